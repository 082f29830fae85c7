import { parsePeriod } from "@tagledger/core/costs/period";
import fc from "fast-check";
import { expect, test } from "vitest";
import { HOUR, hoursIn, hoursKnown, spanOf } from "./hours.ts";

const period = parsePeriod("2026-09");

test.each([
  ["a period that is over is asked for whole", period.end + HOUR, 720],
  ["of a period that runs what is past is asked for", period.start + 5 * HOUR, 5],
  ["of a period to come nothing is asked for", period.start - HOUR, 0],
])("%s", (_, until, hours) => {
  expect(hoursIn(spanOf({ period, until }))).toBe(hours);
});

test("an hour is known once, however many speak of it, and where only a part of it is spoken of", () => {
  const asked = { start: 0, end: 10 * HOUR };
  const spans = [
    { start: -5 * HOUR, end: 1 },
    { start: 0, end: HOUR },
    { start: 3.5 * HOUR, end: 4.5 * HOUR },
    { start: 9 * HOUR, end: 30 * HOUR },
    { start: 6 * HOUR, end: 6 * HOUR },
    { start: 7.5 * HOUR, end: 7.5 * HOUR },
    { start: 12 * HOUR, end: 13 * HOUR },
  ];
  expect(hoursKnown(asked, spans)).toBe(4);
});

test("hours are those that a look at each hour finds", () => {
  const at = fc.integer({ min: -4 * HOUR, max: 14 * HOUR });
  const spans = fc.array(fc.tuple(at, at).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })));
  fc.assert(
    fc.property(spans, (all) => {
      const hours = Array.from({ length: 10 }, (_, hour) => ({ start: hour * HOUR, end: (hour + 1) * HOUR }));
      const looked = hours.filter((hour) =>
        all.some(({ start, end }) => start < end && start < hour.end && end > hour.start),
      );
      expect(hoursKnown({ start: 0, end: 10 * HOUR }, all)).toBe(looked.length);
    }),
  );
});

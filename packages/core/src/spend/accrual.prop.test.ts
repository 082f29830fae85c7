import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
  shuffledSubarray,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import { accrued, amountOf, type Interval, intervalsOf, plus } from "./accrual.ts";
import { stretchesOf } from "./life.ts";
import type { Moment } from "./moment.ts";
import { type PriceBook, unknownPrice } from "./price.ts";
import { makePrice } from "./testing/rates.ts";

/** Instants close enough to each other that many things happen at once. */
const INSTANTS = { min: 0, max: 12 } as const;

const at = integer(INSTANTS);
const eventId = constantFrom("a", "b", "c", null);
const attributes = record(
  {
    instanceType: constantFrom("m5.large", "m5.xlarge", "odd.large"),
    tenancy: constantFrom("default", null),
  },
  { requiredKeys: ["instanceType"] },
);
const later = option(integer(INSTANTS), { nil: null });

const moment: Arbitrary<Moment> = oneof(
  {
    weight: 1,
    arbitrary: record({ kind: constant("created" as const), at, eventId, attributes, endsBy: later }),
  },
  { weight: 2, arbitrary: record({ kind: constant("changed" as const), at, eventId, attributes }) },
  { weight: 3, arbitrary: record({ kind: constant("started" as const), at, eventId }) },
  { weight: 3, arbitrary: record({ kind: constant("stopped" as const), at, eventId, resumes: later }) },
  { weight: 1, arbitrary: record({ kind: constant("ended" as const), at, eventId }) },
);

/** What happened to one resource, much of it at once or without sense. */
const moments: Arbitrary<Moment[]> = array(moment, { maxLength: 12 });

/** The same in another order, some of it more than once. */
const delivered = moments.chain((all) =>
  shuffledSubarray(all, { minLength: all.length }).chain((once) =>
    shuffledSubarray(all).map((again) => ({ all, again: [...again, ...once] })),
  ),
);

describe("the life of a resource", () => {
  test("is the same whatever the order in which it is told, and however often", () =>
    assert(
      property(delivered, ({ all, again }) => {
        expect(stretchesOf(again)).toEqual(stretchesOf(all));
      }),
      { numRuns: 1000 },
    ));

  test("has no holes, no time twice and none that runs backwards", () =>
    assert(
      property(moments, (all) => {
        const stretches = stretchesOf(all);
        for (const [index, { from, until }] of stretches.entries()) {
          const next = stretches[index + 1];
          if (until !== null) expect(until).toBeGreaterThan(from);
          if (next !== undefined) expect(until).toBe(next.from);
        }
      }),
      { numRuns: 1000 },
    ));

  test("is told by as few stretches as it takes", () =>
    assert(
      property(moments, (all) => {
        const what = stretchesOf(all).map(({ isRunning, attributes }) => ({ isRunning, attributes }));
        for (const [index, one] of what.entries()) expect(what[index + 1]).not.toEqual(one);
      }),
    ));

  test("begins with the first creation and is over with the first end after it", () =>
    assert(
      property(moments, (all) => {
        const stretches = stretchesOf(all);
        const created = Math.min(...all.filter(({ kind }) => kind === "created").map(({ at }) => at));
        if (created === Number.POSITIVE_INFINITY || stretches.length === 0) return;
        expect(stretches[0]?.from).toBe(created);
        const ends = all.filter(({ kind, at }) => kind === "ended" && at >= created).map(({ at }) => at);
        const until = stretches.at(-1)?.until ?? Number.POSITIVE_INFINITY;
        expect(until).toBeLessThanOrEqual(Math.min(...ends));
      }),
    ));
});

const RESOURCE = { type: "ec2:instance", region: "eu-west-1" };
const HOUR = 3_600_000;

/** Prices with awkward digits; one type is not known, and one becomes dearer at 7. */
const BOOK: PriceBook = {
  async price({ attributes: { instanceType, tenancy, creation }, at }) {
    if (tenancy === null || creation === null || instanceType === "odd.large")
      return unknownPrice("nobody knows");
    if (instanceType === "m5.large") return makePrice("0.096000000000000000000001", { stopped: 7n });
    return at < 7 ? makePrice("0.1", { until: 7 }) : makePrice("0.3");
  },
};

function priced(all: readonly Moment[]): Promise<Interval[]> {
  return intervalsOf(RESOURCE, stretchesOf(all), BOOK);
}

const window = tuple(
  integer({ min: -2, max: 15 }),
  integer({ min: -2, max: 15 }),
  integer({ min: -2, max: 15 }),
).map((points) => points.sort((a, b) => a - b));

describe("what a resource accrues", () => {
  test("does not depend on the order in which its life is told, or on how often", () =>
    assert(
      asyncProperty(delivered, async ({ all, again }) => {
        expect(await priced(again)).toEqual(await priced(all));
      }),
    ));

  test("is told by intervals that follow each other", () =>
    assert(
      asyncProperty(moments, async (all) => {
        const intervals = await priced(all);
        for (const [index, { from, until }] of intervals.entries()) {
          if (until !== null) expect(until).toBeGreaterThan(from);
          const next = intervals[index + 1];
          if (next !== undefined) expect(next.from).toBe(until);
        }
      }),
    ));

  test("adds up exactly over times that meet", () =>
    assert(
      asyncProperty(moments, window, async (all, [from = 0, between = 0, until = 0]) => {
        const intervals = await priced(all);
        const whole = accrued(intervals, { from, until });
        const parts = plus(
          accrued(intervals, { from, until: between }),
          accrued(intervals, { from: between, until }),
        );
        expect(parts).toEqual(whole);
      }),
      { numRuns: 500 },
    ));

  test("is the sum of every millisecond, and is rounded by less than one unit", () =>
    assert(
      asyncProperty(moments, window, async (all, [from = 0, , until = 0]) => {
        const intervals = await priced(all);
        let expected = 0n;
        let unknown = 0;
        for (let at = from; at < until; at += 1) {
          const one = intervals.find((each) => each.from <= at && (each.until === null || at < each.until));
          if (one === undefined) continue;
          if ("unknown" in one.price) unknown += 1;
          else expected += one.isRunning ? one.price.amount : one.price.stopped;
        }
        const sum = accrued(intervals, { from, until });
        expect(sum.amountMilliseconds.get("USD") ?? 0n).toBe(expected);
        expect(sum.unknown).toBe(unknown);
        const difference = 2n * (amountOf(sum, "USD") * BigInt(HOUR) - expected);
        expect(difference <= BigInt(HOUR) && difference > -BigInt(HOUR)).toBe(true);
      }),
    ));
});

test("an hour at a price is the price, and a month of hours is as many prices", async () => {
  const price = makePrice("0.096");
  const forever: Interval[] = [{ from: 0, until: null, isRunning: true, price, endsEarlier: false }];
  expect(amountOf(accrued(forever, { from: HOUR, until: 2 * HOUR }), "USD")).toBe(parseAmount("0.096"));
  expect(amountOf(accrued(forever, { from: 0, until: 720 * HOUR }), "USD")).toBe(parseAmount("69.12"));
  expect(amountOf(accrued(forever, { from: 0, until: 1 }), "USD")).toBe(26_666_666_666_666_667n);
  expect(amountOf(accrued(forever, { from: 0, until: HOUR }), "EUR")).toBe(0n);
});

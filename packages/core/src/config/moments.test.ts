import { describe, expect, test } from "vitest";
import { endOf, isMoment, spanOf, startOf } from "./moments.ts";

const at = (iso: string) => Date.parse(iso);

describe("a moment", () => {
  test("of a bare date begins and ends with that UTC day", () => {
    expect(startOf("2026-09-15")).toBe(at("2026-09-15T00:00:00Z"));
    expect(endOf("2026-09-15")).toBe(at("2026-09-16T00:00:00Z"));
  });

  test("of an instant is that instant, at either end", () => {
    expect(startOf("2026-09-15T10:30Z")).toBe(at("2026-09-15T10:30:00Z"));
    expect(endOf("2026-09-15T10:30:05.25Z")).toBe(at("2026-09-15T10:30:05.250Z"));
  });

  test("of a leap day is there in leap years only", () => {
    expect([isMoment("2024-02-29"), isMoment("2026-02-29")]).toEqual([true, false]);
  });

  test.each([
    "2026-02-30",
    "2026-13-01",
    "2026-00-10",
    "2026-09-00",
    "2026-09-01T24:00Z",
    "2026-09-01T10:60Z",
    "2026-09-01T10:00:60Z",
  ])("is not %s", (moment) => {
    expect(isMoment(moment)).toBe(false);
    expect(() => startOf(moment)).toThrow(`${moment} is not in the calendar`);
  });
});

describe("a span", () => {
  test("is open where it names no moment", () => {
    expect(spanOf({})).toEqual({ start: -Infinity, end: Infinity });
  });

  test("of one day lasts that day", () => {
    const { start, end } = spanOf({ from: "2026-09-15", until: "2026-09-15" }) ?? { start: 0, end: 0 };

    expect(end - start).toBe(24 * 60 * 60 * 1000);
  });

  test("is none where a moment is not in the calendar", () => {
    expect(spanOf({ from: "2026-02-30" })).toBeUndefined();
  });
});

import { describe, expect, test } from "vitest";
import { parsePeriod, periodAt } from "./period.ts";

describe("a period", () => {
  test.each([
    ["2026-09", "2026-09-01T00:00:00.000Z", "2026-10-01T00:00:00.000Z"],
    ["2026-12", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["2024-02", "2024-02-01T00:00:00.000Z", "2024-03-01T00:00:00.000Z"],
  ])("%s lasts from %s until just before %s", (text, start, end) => {
    const period = parsePeriod(text);
    expect(period.name).toBe(text);
    expect([period.start, period.end].map((at) => new Date(at).toISOString())).toEqual([start, end]);
  });

  test.each([
    "",
    "2026",
    "2026-9",
    "2026-00",
    "2026-13",
    "2026-09-01",
    "26-09",
    " 2026-09",
    "2026/09",
    "2026-09\n",
  ])("is not %j", (text) => {
    expect(() => parsePeriod(text)).toThrow(
      `"${text}" is not a billing period; expected a month such as 2026-09`,
    );
  });

  test("holds its first instant and its last, in UTC", () => {
    expect(periodAt(Date.UTC(2026, 8, 1)).name).toBe("2026-09");
    expect(periodAt(Date.UTC(2026, 9, 1) - 1).name).toBe("2026-09");
    expect(periodAt(Date.UTC(2026, 9, 1)).name).toBe("2026-10");
  });
});

import { expect, test } from "vitest";
import type { DaysAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { dayPairs } from "./day-pairs.ts";

const daysOf = (...amounts: readonly string[]): DaysAnswer => ({
  ...{ period: "2026-09", currency: "USD", basis: "effective", snapshot: "c0ffee", at: "" },
  days: amounts.map((amount, index) => ({ day: index + 1, amount, cumulative: amount })),
  ...{ ofNoDay: "0", shared: "0", total: "0" },
});

const shown = (pairs: ReturnType<typeof dayPairs>) =>
  pairs.map(({ day, now, before }) => [day, now?.amount ?? null, before?.amount ?? null]);

test("days stand beside those of the month before, which may have more or fewer", () => {
  const [one, two] = [parseAmount("1"), parseAmount("2")];
  expect(shown(dayPairs(daysOf("1"), daysOf("2", "2")))).toEqual([
    [1, one, two],
    [2, null, two],
  ]);
  expect(shown(dayPairs(daysOf("1", "1"), daysOf("2")))).toEqual([
    [1, one, two],
    [2, one, null],
  ]);
});

test("without a month before, and without days, there is nothing beside", () => {
  expect(shown(dayPairs(daysOf("1"), null))).toEqual([[1, parseAmount("1"), null]]);
  expect(dayPairs(daysOf(), null)).toEqual([]);
});

import type { DaysAnswer } from "../api/answers.ts";
import { type Amount, parseAmount } from "../money/amount.ts";

/** What was spent on a day of a month and up to it, and on the same day of the month before. */
export interface DayPair {
  readonly day: number;
  readonly now: DaySpend | null;
  /** Null where that month has no such day, or is not known. */
  readonly before: DaySpend | null;
}

/** What was spent on one day, and up to it. */
export interface DaySpend {
  readonly amount: Amount;
  readonly cumulative: Amount;
}

/** Sets the days of two months side by side; days that are to come have nothing yet. */
export function dayPairs(now: DaysAnswer, before: DaysAnswer | null): readonly DayPair[] {
  const [current, earlier] = [byDay(now), byDay(before)];
  const last = Math.max(0, ...current.keys(), ...earlier.keys());
  return Array.from({ length: last }, (_, index) => ({
    day: index + 1,
    now: current.get(index + 1) ?? null,
    before: earlier.get(index + 1) ?? null,
  }));
}

function byDay(answer: DaysAnswer | null): ReadonlyMap<number, DaySpend> {
  return new Map(
    (answer?.days ?? []).map(({ day, amount, cumulative }) => [
      day,
      { amount: parseAmount(amount), cumulative: parseAmount(cumulative) },
    ]),
  );
}

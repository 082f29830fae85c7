import type { Amount } from "../../costs/money.ts";
import type { MonthCell } from "./cell.ts";
import { keeping, type MonthWhere } from "./keys.ts";

/** What teams spent on one day of a month, and up to it. */
export interface DaySpend {
  /** From 1. */
  readonly day: number;
  readonly amount: Amount;
  readonly cumulative: Amount;
}

/** A month day by day. */
export interface MonthDays {
  /** One for each day that is told of, those without spend included. */
  readonly days: readonly DaySpend[];
  /** Direct cost that is of no day: what follows a whole month, or was used in another. */
  readonly ofNoDay: Amount;
  /** Shares of pools, which are of no day. */
  readonly shared: Amount;
  /** All of it. */
  readonly total: Amount;
}

/**
 * Sums teams' spend by day.
 *
 * @param last the last day that has begun
 */
export function monthDays(teams: readonly MonthCell[], where: MonthWhere, last: number): MonthDays {
  const byDay = new Map<number, Amount>();
  let shared = 0n;
  for (const { pool, day, amount } of teams.filter(keeping(where))) {
    if (pool !== null) shared += amount;
    else byDay.set(day, (byDay.get(day) ?? 0n) + amount);
  }
  // A bill may tell of days that are to come: a fee of the whole month.
  const end = Math.max(last, ...byDay.keys());
  const ofNoDay = byDay.get(0) ?? 0n;
  const days: DaySpend[] = [];
  let cumulative = 0n;
  for (let day = 1; day <= end; day += 1) {
    const amount = byDay.get(day) ?? 0n;
    cumulative += amount;
    days.push({ day, amount, cumulative });
  }
  return { days, ofNoDay, shared, total: cumulative + ofNoDay + shared };
}

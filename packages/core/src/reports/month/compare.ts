import type { Amount } from "../../costs/money.ts";
import { compareGroups } from "../rows.ts";
import { type GroupedMonth, keyOf, type MonthRow, type MonthTotals } from "./group.ts";

/** A group beside what it came to in the month before. */
export interface ComparedRow extends MonthRow {
  /** The total of the month before; 0 where there was nothing. */
  readonly before: Amount;
  /** What it came to more, below zero where it is less. */
  readonly change: Amount;
}

/** A month beside the one before. */
export interface ComparedMonth {
  /** The groups of either month, in the order of their values. */
  readonly rows: readonly ComparedRow[];
  readonly totals: MonthTotals;
  readonly before: MonthTotals;
}

/** Sets a month beside the one before, group by group; both were asked for alike. */
export function compareMonths(now: GroupedMonth, before: GroupedMonth): ComparedMonth {
  const earlier = new Map(before.rows.map((row) => [keyOf(row.group), row]));
  const rows = now.rows.map((row): ComparedRow => {
    const key = keyOf(row.group);
    const total = earlier.get(key)?.total ?? 0n;
    earlier.delete(key);
    return { ...row, before: total, change: row.total - total };
  });
  const gone = [...earlier.values()].map(
    ({ group, total }): ComparedRow => ({
      group,
      direct: 0n,
      shared: 0n,
      total: 0n,
      before: total,
      change: -total,
    }),
  );
  return {
    rows: [...rows, ...gone].sort((a, b) => compareGroups(a.group, b.group)),
    totals: now.totals,
    before: before.totals,
  };
}

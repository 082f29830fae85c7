import type { Amount } from "../../costs/money.ts";
import type { Group, UnallocatedAmount } from "../report.ts";
import { compareGroups } from "../rows.ts";
import type { MonthCell } from "./cell.ts";
import { keyOf } from "./group.ts";
import { factOf, keeping, type MonthQuery } from "./keys.ts";

/** Money that is nobody's, why, and where it stands. */
export interface UnallocatedRow extends UnallocatedAmount {
  /** A value of each fact asked for, in that order. */
  readonly group: Group;
}

/** Sums what is nobody's by reason and value, and by the facts asked for; sums of nothing at all are left out. */
export function unallocatedRows(
  cells: readonly MonthCell[],
  { groupBy, where }: MonthQuery,
): UnallocatedRow[] {
  const sums = new Map<string, UnallocatedRow>();
  for (const cell of cells.filter(keeping(where))) {
    const { reason, value } = cell;
    if (reason === null) continue;
    const group = groupBy.map((key) => factOf(cell, key));
    const key = keyOf([reason, value, ...group]);
    const amount: Amount = (sums.get(key)?.amount ?? 0n) + cell.amount;
    sums.set(key, { reason, value, group, amount });
  }
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0n)
    .sort((a, b) => compareGroups([a.reason, a.value, ...a.group], [b.reason, b.value, ...b.group]));
}

import { type Amount, sum } from "../../costs/money.ts";
import type { Group } from "../report.ts";
import { compareGroups } from "../rows.ts";
import type { MonthCell } from "./cell.ts";
import type { MonthCells } from "./cells.ts";
import { factOf, keeping, type MonthKey, type MonthQuery } from "./keys.ts";

/** What one group of teams' spend comes to; direct and shared sum to total. */
export interface MonthRow {
  /** A value of each fact asked for, in that order; null where there is none. */
  readonly group: Group;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
}

/** What all that is shown comes to. */
export interface MonthTotals {
  /** All of the below that is told. */
  readonly bill: Amount;
  readonly direct: Amount;
  readonly shared: Amount;
  /** Null where it is not for whoever asks. */
  readonly unallocated: Amount | null;
  /** Null where it is not for whoever asks. */
  readonly excluded: Amount | null;
}

/** A month, grouped. */
export interface GroupedMonth {
  /** In the order of their values, missing ones last. */
  readonly rows: readonly MonthRow[];
  readonly totals: MonthTotals;
}

/** Sums what a filter keeps by the facts asked for; totals sum what was kept. */
export function groupMonth({ teams, unallocated, excluded }: MonthCells, query: MonthQuery): GroupedMonth {
  const kept = keeping(query.where);
  const rows = groupCells(teams.filter(kept), query.groupBy);
  let direct = 0n;
  let shared = 0n;
  for (const row of rows) {
    direct += row.direct;
    shared += row.shared;
  }
  const total = (cells: readonly MonthCell[] | null) =>
    cells === null ? null : sum(cells.filter(kept).map(({ amount }) => amount));
  const others = { unallocated: total(unallocated), excluded: total(excluded) };
  const bill = direct + shared + (others.unallocated ?? 0n) + (others.excluded ?? 0n);
  return { rows, totals: { bill, direct, shared, ...others } };
}

interface Sums {
  readonly group: Group;
  direct: Amount;
  shared: Amount;
  total: Amount;
}

/**
 * Sums cells by what is asked for. Cells mostly come in the order of their groups, or nearly, which is quicker to put in
 * order than a key of each is to look up.
 */
function groupCells(cells: readonly MonthCell[], groupBy: readonly MonthKey[]): MonthRow[] {
  const sums: Sums[] = [];
  let isOrdered = true;
  for (const cell of cells) {
    const { amount } = cell;
    const group = groupBy.map((key) => factOf(cell, key));
    const isShared = cell.pool !== null;
    const one = { group, direct: isShared ? 0n : amount, shared: isShared ? amount : 0n, total: amount };
    const last = sums.at(-1);
    const order = last === undefined ? -1 : compareGroups(last.group, group);
    if (last !== undefined && order === 0) addTo(last, one);
    else sums.push(one);
    if (order > 0) isOrdered = false;
  }
  return isOrdered ? sums : together(sums.sort((a, b) => compareGroups(a.group, b.group)));
}

/** Sums what stands side by side and is of one group. */
function together(sums: readonly Sums[]): MonthRow[] {
  const rows: Sums[] = [];
  for (const one of sums) {
    const last = rows.at(-1);
    if (last !== undefined && compareGroups(last.group, one.group) === 0) addTo(last, one);
    else rows.push(one);
  }
  return rows;
}

function addTo(sums: Sums, { direct, shared, total }: MonthRow): void {
  sums.direct += direct;
  sums.shared += shared;
  sums.total += total;
}

/** Tells groups apart whatever their values hold: the lengths of values stand before them. */
export function keyOf(group: Group): string {
  let key = "";
  for (const value of group) key += value === null ? "-" : `${value.length}:${value}`;
  return key;
}

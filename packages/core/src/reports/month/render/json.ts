import { formatAmount } from "../../../costs/money.ts";
import type { ComparedRow } from "../compare.ts";
import type { MonthRow, MonthTotals } from "../group.ts";
import type { MonthKey } from "../keys.ts";
import type { MonthOf, MonthReport } from "../month.ts";
import { amountTexts, comparedTexts } from "./amount-texts.ts";

/** Renders a month as JSON: amounts are exact decimal strings, the same month always gives the same text. */
export function monthJsonText(report: MonthReport): string {
  return JSON.stringify(monthJson(report));
}

/** The JSON form of a month as a value. */
export function monthJson(report: MonthReport) {
  return { ...aboutJson(report), rows: shownRows(report).map((row) => rowJson(row, report.groupBy)) };
}

/** All that is told of a month but its rows. */
export function aboutJson(report: MonthReport) {
  const { groupBy, where, teams, grouped, compared } = report;
  const before = compared?.month?.before;
  return {
    ...ofJson(report),
    groupBy,
    where,
    teams,
    totals: totalsJson(grouped.totals),
    ...(compared === undefined
      ? {}
      : {
          compared:
            compared.with === null || before === undefined
              ? null
              : { ...ofJson(compared.with), totals: totalsJson(before) },
        }),
  };
}

/** The rows that are shown: those of both months, where they are compared. */
export function shownRows({ grouped, compared }: MonthReport): readonly (MonthRow | ComparedRow)[] {
  return compared?.month?.rows ?? grouped.rows;
}

/** Which month something is told of, in JSON. */
export function ofJson({ period, basis, currency, snapshot, at }: MonthOf) {
  return { period, basis, currency, snapshot, at: new Date(at).toISOString() };
}

/** Totals in JSON; null where they are not for whoever asks. */
export function totalsJson({ bill, direct, shared, unallocated, excluded }: MonthTotals) {
  return {
    bill: formatAmount(bill),
    direct: formatAmount(direct),
    shared: formatAmount(shared),
    unallocated: unallocated === null ? null : formatAmount(unallocated),
    excluded: excluded === null ? null : formatAmount(excluded),
  };
}

type RowJson = Partial<Record<MonthKey | "before" | "change", string | null>> &
  ReturnType<typeof amountTexts>;

function rowJson(row: MonthRow | ComparedRow, groupBy: readonly MonthKey[]): RowJson {
  const facts = groupJson(row.group, groupBy);
  // Into the one object, for there are as many as cells.
  const whole = Object.assign(facts, amountTexts(row));
  return "change" in row ? Object.assign(whole, comparedTexts(row)) : whole;
}

/** The values of a group by the facts that they are of. */
export function groupJson(
  group: readonly (string | null)[],
  groupBy: readonly MonthKey[],
): Partial<Record<MonthKey, string | null>> {
  const facts: Partial<Record<MonthKey, string | null>> = {};
  let index = 0;
  for (const key of groupBy) facts[key] = group[index++] ?? null;
  return facts;
}

import { formatAmount } from "../../../costs/money.ts";
import type { MonthRow, MonthTotals } from "../group.ts";
import type { MonthKey } from "../keys.ts";
import type { MonthOf, MonthReport } from "../month.ts";
import { amountTexts } from "./amount-texts.ts";

/** Renders a month as JSON: amounts are exact decimal strings, the same month always gives the same text. */
export function monthJsonText(report: MonthReport): string {
  return JSON.stringify(monthJson(report));
}

/** The JSON form of a month as a value. */
export function monthJson(report: MonthReport) {
  const { groupBy, where, teams, grouped, compared } = report;
  const month = compared?.month ?? null;
  return {
    ...ofJson(report),
    groupBy,
    where,
    teams,
    totals: totalsJson(grouped.totals),
    rows:
      month === null
        ? grouped.rows.map((row) => rowJson(row, groupBy))
        : month.rows.map((row) => ({
            ...rowJson(row, groupBy),
            before: formatAmount(row.before),
            change: formatAmount(row.change),
          })),
    ...(compared === undefined
      ? {}
      : {
          compared:
            compared.with === null || month === null
              ? null
              : { ...ofJson(compared.with), totals: totalsJson(month.before) },
        }),
  };
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

function rowJson(row: MonthRow, groupBy: readonly MonthKey[]) {
  return { ...groupJson(row.group, groupBy), ...amountTexts(row) };
}

/** The values of a group by the facts that they are of. */
export function groupJson(
  group: readonly (string | null)[],
  groupBy: readonly MonthKey[],
): Partial<Record<MonthKey, string | null>> {
  const facts: Partial<Record<MonthKey, string | null>> = {};
  for (const [index, key] of groupBy.entries()) facts[key] = group[index] ?? null;
  return facts;
}

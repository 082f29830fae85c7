import { formatAmount } from "../../costs/money.ts";
import { csvRow } from "../render/csv-row.ts";
import { safeCell } from "./safe-cell.ts";
import type { Statement } from "./statement.ts";
import type { Summary } from "./summary.ts";

const STATEMENT_COLUMNS =
  "period,team,project,workload,environment,experiment,charge,pool,amount,currency,state,snapshot".split(",");
const SUMMARY_COLUMNS = "period,kind,name,direct,shared,amount,currency,state,snapshot".split(",");

/**
 * A statement as CSV: its finest parts, amounts as exact decimals that sum to the total; a missing dimension is an empty
 * cell, and no name is a formula.
 */
export function statementCsv({ team, period, currency, state, snapshot, lines }: Statement): string {
  const rows = lines.map(({ leaf, pool, amount }) => [
    period,
    ...[team, leaf.project, leaf.workload, leaf.environment, leaf.experiment].map(safeCell),
    pool === null ? "direct" : "shared",
    safeCell(pool),
    formatAmount(amount),
    currency,
    state,
    snapshot,
  ]);
  return [STATEMENT_COLUMNS, ...rows].map(csvRow).join("");
}

/** The summary as CSV: each team, what is nobody's by reason, and what is excluded, which sum to the bill. */
export function summaryCsv(summary: Summary): string {
  const { period, currency, state, snapshot, teams, unallocated, totals } = summary;
  const of = [currency, state, snapshot];
  const rows = [
    ...teams.map(({ team, direct, shared, total }) => [
      period,
      "team",
      safeCell(team),
      formatAmount(direct),
      formatAmount(shared),
      formatAmount(total),
      ...of,
    ]),
    ...unallocated.map(({ reason, value, amount }) => [
      period,
      `unallocated: ${reason}`,
      safeCell(value),
      null,
      null,
      formatAmount(amount),
      ...of,
    ]),
    [period, "excluded", null, null, null, formatAmount(totals.excluded), ...of],
  ];
  return [SUMMARY_COLUMNS, ...rows].map(csvRow).join("");
}

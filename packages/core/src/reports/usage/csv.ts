import { formatAmount } from "../../costs/money.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { csvRow } from "../render/csv-row.ts";

const COLUMNS = [
  ...["start", "end", "pool", "team", "metric", "quantity"],
  ...["project", "workload", "environment", "experiment"],
];

/** Renders usage as the CSV that people hand in, so that it can be handed in again. */
export function renderUsageCsv(rows: readonly UsageRow[]): string {
  return [COLUMNS, ...rows.map(cells)].map(csvRow).join("");
}

function cells(row: UsageRow): (string | null)[] {
  const { start, end, pool, team, metric, quantity, project, workload, environment, experiment } = row;
  const times = [start, end].map((instant) => new Date(instant).toISOString());
  return [...times, pool, team, metric, formatAmount(quantity), project, workload, environment, experiment];
}

import { formatAmount } from "../../../costs/money.ts";
import { csvRow } from "../../render/csv-row.ts";
import { csvText } from "../../render/csv-text.ts";
import type { MonthReport } from "../month.ts";

/**
 * Renders exactly the rows that are shown as CSV (RFC 4180, lines ended by LF): the facts asked for, then direct, shared and
 * total as exact decimals, and with a comparison the month before and the change; what is missing is an empty cell.
 */
export function monthCsv({ groupBy, grouped, compared }: MonthReport): string {
  const month = compared?.month ?? null;
  const header = [...groupBy, "direct", "shared", "total", ...(month === null ? [] : ["before", "change"])];
  const lines = [csvRow(header)];
  if (month === null)
    for (const { group, direct, shared, total } of grouped.rows)
      lines.push(csvRow([...group.map(csvText), ...[direct, shared, total].map(formatAmount)]));
  for (const { group, direct, shared, total, before, change } of month?.rows ?? [])
    lines.push(csvRow([...group.map(csvText), ...[direct, shared, total, before, change].map(formatAmount)]));
  return lines.join("");
}

import { formatAmount } from "../../costs/money.ts";
import type { Report } from "../report.ts";
import { csvRow } from "./csv-row.ts";
import { csvText } from "./csv-text.ts";

/**
 * Renders a report's rows as CSV (RFC 4180, lines ended by LF): the dimensions asked for, then direct, shared and
 * total as exact decimals; a missing dimension is an empty cell, and no name is a
 * formula.
 */
export function renderCsv(report: Report): string {
  const rows = [
    [...report.groupBy, "direct", "shared", "total"],
    ...report.rows.map(({ group, direct, shared, total }) => [
      ...report.groupBy.map((_, index) => csvText(group[index] ?? null)),
      formatAmount(direct),
      formatAmount(shared),
      formatAmount(total),
    ]),
  ];
  return rows.map(csvRow).join("");
}

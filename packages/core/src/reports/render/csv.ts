import { formatAmount } from "../../costs/money.ts";
import type { Report } from "../report.ts";

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^$/;

/**
 * Renders a report's rows as CSV (RFC 4180, lines ended by LF): the dimensions asked for, then direct, shared and
 * total as exact decimals; a missing dimension is an empty cell.
 */
export function renderCsv(report: Report): string {
  const lines = [
    [...report.groupBy, "direct", "shared", "total"],
    ...report.rows.map(({ group, direct, shared, total }) => [
      ...report.groupBy.map((_, index) => cell(group[index] ?? null)),
      formatAmount(direct),
      formatAmount(shared),
      formatAmount(total),
    ]),
  ];
  return lines.map((cells) => `${cells.join(",")}\n`).join("");
}

// An empty value that is present is quoted, so that it does not read as a missing one.
function cell(value: string | null): string {
  if (value === null) return "";
  return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

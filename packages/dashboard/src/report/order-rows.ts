import type { MonthKey } from "@tagledger/core/reports/month/keys";
import type { ReportRow } from "../api/answers.ts";
import { largestFirst, parseAmount } from "../money/amount.ts";

/** Rows as people read them: days in their order, all else the dearest first. */
export function orderRows(rows: readonly ReportRow[], groupBy: readonly MonthKey[]): readonly ReportRow[] {
  // The API answers in the order of values.
  if (groupBy.includes("day")) return rows;
  return [...rows].sort(largestFirst(({ total }) => parseAmount(total)));
}

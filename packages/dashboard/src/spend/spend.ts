import type { MonthKey } from "@tagledger/core/reports/month/keys";
import type { ReportRow } from "../api/answers.ts";
import { type Amount, largestFirst, parseAmount, sum } from "../money/amount.ts";

/** What somebody or something bears. */
export interface Spend {
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
}

/** What one value of a fact bears, and how that divides by the next fact. */
export interface SpendGroup extends Spend {
  /** Null where the value is missing. */
  readonly value: string | null;
  readonly parts: readonly SpendGroup[];
}

/** Groups the rows of a report by its facts, each within the one before, the largest first. */
export function groupSpend(
  rows: readonly ReportRow[],
  [key, ...rest]: readonly MonthKey[],
): readonly SpendGroup[] {
  if (key === undefined) return [];
  const byValue = new Map<string | null, ReportRow[]>();
  for (const row of rows) {
    const value = row[key] ?? null;
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, [row]);
    else known.push(row);
  }
  return [...byValue]
    .map(([value, own]) => ({ value, ...spendOf(own), parts: groupSpend(own, rest) }))
    .sort(largestFirst(({ total }) => total));
}

/** What rows come to. */
export function spendOf(rows: readonly Pick<ReportRow, "direct" | "shared" | "total">[]): Spend {
  const total = (part: "direct" | "shared" | "total") => sum(rows.map((row) => parseAmount(row[part])));
  return { direct: total("direct"), shared: total("shared"), total: total("total") };
}

import type { Dimension } from "@tagledger/core/config/definition/match";
import type { RowAnswer } from "../api/answers.ts";
import { type Amount, largestFirst, parseAmount, sum } from "../money/amount.ts";

/** What somebody or something bears. */
export interface Spend {
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
}

/** What one value of a dimension bears, and how that divides by the next dimension. */
export interface SpendGroup extends Spend {
  /** Null where the value is missing. */
  readonly value: string | null;
  readonly parts: readonly SpendGroup[];
}

/** Groups the rows of a report by its dimensions, each within the one before, the largest first. */
export function groupSpend(
  rows: readonly RowAnswer[],
  [dimension, ...rest]: readonly Dimension[],
): readonly SpendGroup[] {
  if (dimension === undefined) return [];
  const byValue = new Map<string | null, RowAnswer[]>();
  for (const row of rows) {
    const value = row[dimension] ?? null;
    const known = byValue.get(value);
    if (known === undefined) byValue.set(value, [row]);
    else known.push(row);
  }
  return [...byValue]
    .map(([value, own]) => ({ value, ...spendOf(own), parts: groupSpend(own, rest) }))
    .sort(largestFirst(({ total }) => total));
}

/** What rows come to. */
export function spendOf(rows: readonly Pick<RowAnswer, "direct" | "shared" | "total">[]): Spend {
  const total = (part: "direct" | "shared" | "total") => sum(rows.map((row) => parseAmount(row[part])));
  return { direct: total("direct"), shared: total("shared"), total: total("total") };
}

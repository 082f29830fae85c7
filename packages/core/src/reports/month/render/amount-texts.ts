import { formatAmount } from "../../../costs/money.ts";
import type { ComparedRow } from "../compare.ts";
import type { MonthRow } from "../group.ts";

/** The amounts of a row as exact decimals; what is the same is written once, for most rows are only direct or only shared. */
export function amountTexts({ direct, shared, total }: Pick<MonthRow, "direct" | "shared" | "total">) {
  const directText = formatAmount(direct);
  const sharedText = formatAmount(shared);
  const totalText = shared === 0n ? directText : direct === 0n ? sharedText : formatAmount(total);
  return { direct: directText, shared: sharedText, total: totalText };
}

/** What a comparison says of a row, as exact decimals. */
export function comparedTexts({ before, change }: Pick<ComparedRow, "before" | "change">) {
  return { before: formatAmount(before), change: formatAmount(change) };
}

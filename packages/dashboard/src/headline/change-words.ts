import type { ReportAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { change } from "../money/change.ts";
import { percent } from "../money/percent.ts";
import { monthWords } from "../words/dates.ts";

/** How a month's total moved against the month before, in words. */
export function changeWords({ currency, totals, compared }: ReportAnswer): string {
  if (compared === null || compared === undefined)
    return `in ${currency}; of the month before nothing is known`;
  const before = parseAmount(compared.totals.bill);
  const more = parseAmount(totals.bill) - before;
  const part = before === 0n ? "" : ` (${more > 0n ? "+" : ""}${percent(more, before)})`;
  return `${change(more, currency)} ${currency}${part} on ${monthWords(compared.period)}`;
}

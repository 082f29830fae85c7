import type { ReportAnswer } from "../api/answers.ts";
import { formatAmount, parseAmount } from "../money/amount.ts";
import { change } from "../money/change.ts";
import { percent } from "../money/percent.ts";
import { monthWords } from "../words/dates.ts";

/** How the total moved against the month before; all of it appears when it is pointed at. */
export function ChangeNote({ report: { currency, totals, compared } }: { readonly report: ReportAnswer }) {
  if (compared === null || compared === undefined) return <>in {currency}</>;
  const before = parseAmount(compared.totals.bill);
  const more = parseAmount(totals.bill) - before;
  const part = before === 0n ? change(more, currency) : `${more > 0n ? "+" : ""}${percent(more, before)}`;
  return (
    <>
      {currency},{" "}
      <data value={formatAmount(more)} title={`${change(more, currency)} ${currency}`}>
        {part}
      </data>{" "}
      on {monthWords(compared.period)}
    </>
  );
}

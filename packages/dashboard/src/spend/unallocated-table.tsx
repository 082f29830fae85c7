import type { ReportAnswer } from "../api/answers.ts";
import { largestFirst, parseAmount } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { MoneyCell } from "../parts/money.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Empty } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { reasonWords } from "../words/words.ts";

const HEADINGS = [
  { title: "reason" },
  { title: "value" },
  { title: "amount", figure: true },
  { title: "of the bill", figure: true },
];

/** Money that is nobody's, by reason and value: what to tag or assign next, the dearest first. */
export function UnallocatedTable({ report }: { readonly report: ReportAnswer }) {
  const { unallocated, totals, currency } = report;
  if (unallocated.length === 0)
    return <Empty title="Nothing is unallocated: all money in scope has a team." />;
  const bill = parseAmount(totals.bill);
  const whole = parseAmount(totals.unallocated);
  const lines = unallocated
    .map((line) => ({ ...line, amount: parseAmount(line.amount) }))
    .sort(largestFirst(({ amount }) => amount));
  return (
    <Table
      id="unallocated-table"
      caption={`Unallocated: in scope and nobody's yet, in ${currency}`}
      headings={HEADINGS}
    >
      <tbody>
        {lines.map(({ reason, value, amount }) => (
          <tr key={JSON.stringify([reason, value])}>
            <td>
              <Name value={reason} /> <small>{reasonWords(reason)}</small>
            </td>
            <td>
              <NameOr value={value} missing="–" />
            </td>
            <MoneyCell amount={amount} currency={currency} />
            <td class="figure">{percent(amount, bill)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            total
          </th>
          <MoneyCell amount={whole} currency={currency} />
          <td class="figure">{percent(whole, bill)}</td>
        </tr>
      </tfoot>
    </Table>
  );
}

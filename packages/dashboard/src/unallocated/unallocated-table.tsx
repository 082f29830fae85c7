import type { UnallocatedAnswer } from "../api/answers.ts";
import { largestFirst, parseAmount, sum } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { Unfold, useFold } from "../parts/fold.tsx";
import { MoneyCell } from "../parts/money.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Empty } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { reasonWords } from "../words/words.ts";

const HEADINGS = [
  { title: "reason" },
  { title: "value" },
  { title: "service" },
  { title: "account" },
  { title: "amount", figure: true },
  { title: "part", figure: true },
];

/** Money that is nobody's, by reason, value and place, the dearest first. */
export function UnallocatedTable({
  answer: { unallocated, currency },
  narrowed,
}: {
  readonly answer: UnallocatedAnswer;
  /** Whether filters may leave out what there is. */
  readonly narrowed: boolean;
}) {
  const fold = useFold(unallocated.length);
  if (unallocated.length === 0)
    return (
      <Empty
        title={
          narrowed
            ? "Nothing that the filters keep is unallocated."
            : "Nothing is unallocated: all money in scope has a team."
        }
      />
    );
  const lines = unallocated
    .map((line) => ({ ...line, amount: parseAmount(line.amount) }))
    .sort(largestFirst(({ amount }) => amount));
  const whole = sum(lines.map(({ amount }) => amount));
  return (
    <>
      <Table
        id="unallocated-table"
        caption={`Unallocated: in scope and nobody's yet, in ${currency}`}
        headings={HEADINGS}
      >
        <tbody>
          {lines.map(({ reason, value, service = null, account = null, amount }, index) => (
            <tr key={JSON.stringify([reason, value, service, account])} class={fold.classOf(index)}>
              <td>
                <Name value={reason} /> <small>{reasonWords(reason)}</small>
              </td>
              <td>
                <NameOr value={value} missing="–" />
              </td>
              <td>
                <NameOr value={service} missing="–" />
              </td>
              <td>
                <NameOr value={account} missing="–" />
              </td>
              <MoneyCell amount={amount} currency={currency} />
              <td class="figure">{percent(amount, whole)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              total
            </th>
            <MoneyCell amount={whole} currency={currency} />
            <td class="figure">{percent(whole, whole)}</td>
          </tr>
        </tfoot>
      </Table>
      <Unfold fold={fold} noun="line" />
    </>
  );
}

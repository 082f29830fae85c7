import type { DaysAnswer } from "../api/answers.ts";
import { MoneyCell } from "../parts/money.tsx";
import { Table } from "../parts/table.tsx";
import { monthWords } from "../words/dates.ts";
import type { DayPair, DaySpend } from "./day-pairs.ts";

/** Every day and what was spent up to it, beside the month before. */
export function DayTable(given: {
  readonly pairs: readonly DayPair[];
  readonly now: DaysAnswer;
  readonly before: DaysAnswer | null;
}) {
  const { pairs, now, before } = given;
  const { period, currency } = now;
  const columns = [period, ...(before === null ? [] : [before.period])].flatMap((month) => [
    { title: monthWords(month), figure: true },
    { title: `up to it, ${monthWords(month)}`, figure: true },
  ]);
  return (
    <Table
      id="days-table"
      caption={`Direct cost by day, in ${currency}`}
      headings={[{ title: "day" }, ...columns]}
    >
      <tbody>
        {pairs.map((pair) => (
          <tr key={pair.day}>
            <th scope="row">{pair.day}</th>
            <Cells spend={pair.now} currency={currency} />
            {before === null ? null : <Cells spend={pair.before} currency={currency} />}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cells({ spend, currency }: { readonly spend: DaySpend | null; readonly currency: string }) {
  if (spend === null)
    return (
      <>
        <td class="figure">–</td>
        <td class="figure">–</td>
      </>
    );
  return (
    <>
      <MoneyCell amount={spend.amount} currency={currency} />
      <MoneyCell amount={spend.cumulative} currency={currency} />
    </>
  );
}

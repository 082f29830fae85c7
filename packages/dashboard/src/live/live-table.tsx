import { NameOr } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import { wholeNumber } from "../words/words.ts";
import { CostFigure } from "./cost-figure.tsx";
import type { LiveBy, LiveRow } from "./live-rows.ts";

/** Live spend by team or kind of resource, what costs most an hour first. */
export function LiveTable(given: {
  readonly rows: readonly LiveRow[];
  readonly total: LiveRow;
  readonly by: LiveBy;
  readonly month: string;
}) {
  const { rows, total, by, month } = given;
  const currencies = total.monthToDate.amounts.map(({ currency }) => currency).join(" and ");
  const headings = [
    { title: by === "team" ? "team" : "kind" },
    { title: "there now", figure: true },
    { title: "unpriced", figure: true },
    { title: "an hour", figure: true },
    { title: `${month} so far`, figure: true },
  ];
  return (
    <Table
      id="live-table"
      caption={`What is there now and what the month came to, at list prices${currencies === "" ? "" : ` in ${currencies}`}`}
      headings={headings}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <NameOr value={row.name} missing={by === "team" ? "nobody’s" : "no kind"} />
            </th>
            <Cells row={row} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">total</th>
          <Cells row={total} />
        </tr>
      </tfoot>
    </Table>
  );
}

function Cells({ row: { hourly, monthToDate } }: { readonly row: LiveRow }) {
  return (
    <>
      <td class="figure">{wholeNumber(hourly.resources)}</td>
      <td class="figure">{hourly.unpriced === 0 ? "–" : wholeNumber(hourly.unpriced)}</td>
      <td class="figure">
        <CostFigure costs={hourly} />
      </td>
      <td class="figure">
        <CostFigure costs={monthToDate} />
      </td>
    </>
  );
}

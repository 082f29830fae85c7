import { Unfold, useFold } from "../parts/fold.tsx";
import { MoneyCell } from "../parts/money.tsx";
import { Name } from "../parts/name.tsx";
import { Part } from "../parts/part.tsx";
import { Table } from "../parts/table.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { type CoverageRow, wayWords } from "./coverage-rows.ts";

/** Direct cost by team and by how its team was found. */
export function CoverageTable(given: {
  readonly whole: CoverageRow;
  readonly teams: readonly CoverageRow[];
  readonly currency: string;
  readonly state: PageState;
}) {
  const { whole, teams, currency, state } = given;
  const fold = useFold(teams.length);
  const ways = whole.ways.map(({ by }) => by);
  const headings = [
    { title: "team" },
    { title: "direct", figure: true },
    { title: "covered", figure: true },
    { title: "missing", figure: true },
    ...ways.map((by) => ({ title: `by ${wayWords(by)}`, figure: true })),
  ];
  return (
    <details class="as-table">
      <summary>Every team as a table</summary>
      <Table
        id="coverage-table"
        caption={`Direct cost by how its team was found, in ${currency}`}
        headings={headings}
      >
        <tbody>
          {teams.map((row, index) => (
            <tr key={row.team} class={fold.classOf(index)}>
              <th scope="row">
                <Link to={{ ...state, team: row.team, owner: null }}>
                  <Name value={row.team ?? ""} />
                </Link>
              </th>
              <Cells row={row} ways={ways} currency={currency} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">total</th>
            <Cells row={whole} ways={ways} currency={currency} />
          </tr>
        </tfoot>
      </Table>
      <Unfold fold={fold} noun="team" />
    </details>
  );
}

function Cells(given: {
  readonly row: CoverageRow;
  readonly ways: readonly string[];
  readonly currency: string;
}) {
  const { row, ways, currency } = given;
  return (
    <>
      <MoneyCell amount={row.direct} currency={currency} />
      <td class="figure">{row.fraction === null ? "–" : <Part ratio={row.fraction} />}</td>
      <MoneyCell amount={row.missing} currency={currency} />
      {ways.map((by) => (
        <MoneyCell
          key={by}
          amount={row.ways.find((way) => way.by === by)?.amount ?? 0n}
          currency={currency}
        />
      ))}
    </>
  );
}

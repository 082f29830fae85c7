import { sum } from "../money/amount.ts";
import { Unfold, useFold } from "../parts/fold.tsx";
import { MoneyCell } from "../parts/money.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { countWords, wholeNumber } from "../words/words.ts";
import type { ExperimentRow } from "./experiment-rows.ts";

const HEADINGS = [
  { title: "experiment" },
  { title: "team and project" },
  { title: "direct", figure: true },
  { title: "shared", figure: true },
  { title: "total", figure: true },
  { title: "days", figure: true },
  { title: "runs", figure: true },
  { title: "per run", figure: true },
];

/** Experiments, the dearest first: few at first, all on demand. */
export function ExperimentTable(given: {
  readonly rows: readonly ExperimentRow[];
  readonly currency: string;
  readonly state: PageState;
}) {
  const { rows, currency, state } = given;
  const fold = useFold(rows.length);
  return (
    <>
      <Table
        id="experiments-table"
        caption={`Experiments, the dearest first, in ${currency}; a run is a training job that carried the experiment`}
        headings={HEADINGS}
      >
        <tbody>
          {rows.map((row, index) => (
            <tr key={JSON.stringify([row.team, row.project, row.experiment])} class={fold.classOf(index)}>
              <th scope="row">
                <Link to={{ ...state, experiment: row.experiment }}>
                  <Name value={row.experiment} />
                </Link>
              </th>
              <td>
                <NameOr value={row.team} missing="nobody" />
                <span class="detail">
                  <NameOr value={row.project} missing="no project" />
                </span>
              </td>
              <MoneyCell amount={row.direct} currency={currency} />
              <MoneyCell amount={row.shared} currency={currency} />
              <MoneyCell amount={row.total} currency={currency} />
              <td class="figure">{row.days === 0 ? "–" : wholeNumber(row.days)}</td>
              <td class="figure">{row.runs === null ? "–" : wholeNumber(row.runs)}</td>
              {row.perRun === null ? (
                <td class="figure none">–</td>
              ) : (
                <MoneyCell amount={row.perRun} currency={currency} />
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {countWords(rows.length, "experiment")}
            </th>
            <MoneyCell amount={sum(rows.map(({ direct }) => direct))} currency={currency} />
            <MoneyCell amount={sum(rows.map(({ shared }) => shared))} currency={currency} />
            <MoneyCell amount={sum(rows.map(({ total }) => total))} currency={currency} />
            <td colSpan={3} />
          </tr>
        </tfoot>
      </Table>
      <Unfold fold={fold} noun="experiment" />
    </>
  );
}

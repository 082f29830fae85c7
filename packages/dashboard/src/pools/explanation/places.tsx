import { parseRatio } from "../../money/ratio.ts";
import { Unfold, useFold } from "../../parts/fold.tsx";
import { Name } from "../../parts/name.tsx";
import { Quantity } from "../../parts/part.tsx";
import { Table } from "../../parts/table.tsx";
import { visible } from "../../words/visible.ts";
import { countWords, wholeNumber } from "../../words/words.ts";
import type { ExplainedDriver } from "./explanation-answer.ts";

const MOST = 200;
const HEADINGS = [
  { title: "where" },
  { title: "metric" },
  { title: "rows", figure: true },
  { title: "hours", figure: true },
  { title: "quantity", figure: true },
];

/** Where the use of the team is written, row by row: files with their lines, and sources. */
export function Places({ driver, id }: { readonly driver: ExplainedDriver; readonly id: string }) {
  const { places } = driver;
  const fold = useFold(Math.min(places.length, MOST));
  if (places.length === 0) return null;
  const shown = places.slice(0, MOST);
  return (
    <details class="as-table">
      <summary>
        Where its use of {visible(driver.pool)} is written: {countWords(places.length, "place")}
      </summary>
      <Table id={id} caption="Rows of usage that counted" headings={HEADINGS}>
        <tbody>
          {shown.map(({ place, metric, rows, hours, quantity, project }, index) => (
            <tr key={JSON.stringify([place, metric, project])} class={fold.classOf(index)}>
              <th scope="row">
                <Name value={place} />
              </th>
              <td>{visible(metric)}</td>
              <td class="figure">{wholeNumber(rows)}</td>
              <td class="figure">{wholeNumber(hours)}</td>
              <td class="figure">
                <Quantity ratio={parseRatio(quantity)} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Unfold fold={fold} noun="place" />
      {places.length > MOST ? (
        <p class="note">{wholeNumber(places.length - MOST)} more: the command below lists all of them.</p>
      ) : null}
    </details>
  );
}

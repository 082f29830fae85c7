import type { InputsAnswer } from "../api/answers.ts";
import { Unfold, useFold } from "../parts/fold.tsx";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import { visible } from "../words/visible.ts";
import { wholeNumber } from "../words/words.ts";

const HEADINGS = [{ title: "what" }, { title: "read" }, { title: "found" }];

/** Bills and logs that were read, and what was found in each. */
export function InputTable({ items }: InputsAnswer) {
  const fold = useFold(items.length);
  return (
    <>
      <Table id="inputs-table" caption="Bills and logs, and what was found in each" headings={HEADINGS}>
        <tbody>
          {items.map(({ source, fingerprint, at, outcome, problem, counts }, index) => (
            <tr key={`${source} ${fingerprint}`} class={fold.classOf(index)}>
              <th scope="row">
                <Name value={source} />
              </th>
              <td>
                <Moment at={at} />
                {outcome === "complete" ? null : <span class="bad"> not to its end</span>}
              </td>
              <td>
                {Object.entries(counts)
                  .map(([what, count]) => `${wholeNumber(count)} ${what}`)
                  .join(", ")}
                {problem === null ? null : (
                  <span class="bad">
                    {" "}
                    <bdi>{visible(problem)}</bdi>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Unfold fold={fold} noun="input" />
    </>
  );
}

import type { OverviewView } from "@tagledger/core/flows/overview";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import { visible } from "../words/visible.ts";
import { countWords, wholeNumber } from "../words/words.ts";

const HEADINGS = [{ title: "what" }, { title: "read" }, { title: "found" }];

type Inputs = OverviewView["inputs"];

/** What was read, whole or not: nothing is dropped silently. */
export function InputTable({ inputs }: { readonly inputs: Inputs }) {
  if (inputs.length === 0) return null;
  return (
    <details class="inputs">
      <summary>{countWords(inputs.length, "input")} read</summary>
      <Table id="inputs-table" caption="What was read" headings={HEADINGS}>
        <tbody>
          {inputs.map(({ source, fingerprint, at, outcome, problem, counts }) => (
            <tr key={`${source} ${fingerprint}`}>
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
    </details>
  );
}

/** Says above all else that something could not be read to its end. */
export function BrokenInputs({ inputs }: { readonly inputs: Inputs }) {
  const broken = inputs.filter(({ outcome }) => outcome === "broken");
  if (broken.length === 0) return null;
  return (
    <div class="warning">
      <p>
        <strong>{countWords(broken.length, "input")} could not be read to the end,</strong> so something may
        be missing here:
      </p>
      <ul>
        {broken.map(({ source, fingerprint, problem }) => (
          <li key={`${source} ${fingerprint}`}>
            <Name value={source} />
            {problem === null ? null : (
              <>
                : <bdi>{visible(problem)}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import { apiAddress } from "../api/addresses.ts";
import type { UploadAnswer, UploadsAnswer } from "../api/answers.ts";
import { useAnswer } from "../api/use-answer.ts";
import { jsonBody, useSending } from "../api/use-sending.ts";
import { Answered } from "../parts/answered.tsx";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { Refused } from "../parts/refused.tsx";
import { Table } from "../parts/table.tsx";
import { monthWords } from "../words/dates.ts";
import { visible } from "../words/visible.ts";
import { wholeNumber } from "../words/words.ts";

const HEADINGS = [
  { title: "file" },
  { title: "months" },
  { title: "rows", figure: true },
  { title: "handed in" },
  { title: "counts" },
];

/** What was handed in, as far as whoever looks sees it, and a way to take it back. */
export function Uploads() {
  const asked = useAnswer<UploadsAnswer>(apiAddress("usage"), null);
  return (
    <Answered asked={asked} what="what was handed in" lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p class="none">Nothing was handed in.</p>
        ) : (
          <Table id="uploads-table" caption="Usage that was handed in" headings={HEADINGS}>
            <tbody>
              {items.map((upload) => (
                <Row key={upload.name} upload={upload} />
              ))}
            </tbody>
          </Table>
        )
      }
    </Answered>
  );
}

function Row({ upload }: { readonly upload: UploadAnswer }) {
  const { name, periods, rows, by, at, withdrawn } = upload;
  const sending = useSending<UploadAnswer>();
  const withdraw = () => sending.send(apiAddress("usage/withdrawal"), jsonBody({ name }));
  return (
    <tr class={withdrawn === null ? undefined : "past"}>
      <th scope="row">
        <Name value={name} />
        {withdrawn === null ? (
          <button
            type="button"
            class="why"
            aria-disabled={sending.busy}
            aria-label={`Take back ${visible(name)}`}
            onClick={withdraw}
          >
            Take back
          </button>
        ) : null}
        <Refused problem={sending.problem} />
      </th>
      <td>{periods.map(monthWords).join(", ")}</td>
      <td class="figure">{wholeNumber(rows)}</td>
      <td>
        <Moment at={at} />
        <span class="detail">
          by <Name value={by} />
        </span>
      </td>
      <td>
        {withdrawn === null ? (
          "yes"
        ) : (
          <>
            taken back <Moment at={withdrawn.at} />
            <span class="detail">
              by <Name value={withdrawn.by} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

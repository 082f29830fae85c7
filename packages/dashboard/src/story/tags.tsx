import type { IncarnationView } from "@tagledger/core/ledger/view/story";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { Empty } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";
import { tagHistories } from "./tag-history.ts";

const HEADINGS = [{ title: "key" }, { title: "value" }, { title: "since" }];

/** What the tags of a resource were, and from when on. */
export function Tags({ id, tags }: { readonly id: string; readonly tags: IncarnationView["tags"] }) {
  if (tags.length === 0) return <Empty title="No tag was ever seen on it." />;
  return (
    <Table id={id} caption="Tags over time" headings={HEADINGS}>
      {tagHistories(tags).map(({ key, values }) => (
        <tbody key={key}>
          {values.map((tag, index) => (
            <tr
              key={tag.since}
              class={`${index === 0 ? "" : "again"} ${index < values.length - 1 ? "past" : ""}`}
            >
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={values.length}>
                  <Name value={key} />
                </th>
              ) : null}
              <td>
                <TagValue tag={tag} />
              </td>
              <td>
                <Moment at={tag.since} />
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function TagValue({ tag: { value, hidden } }: { readonly tag: IncarnationView["tags"][number] }) {
  if (hidden) return <span class="none">a value that the log does not show</span>;
  return value === null ? <span class="none">removed</span> : <Name value={value} />;
}

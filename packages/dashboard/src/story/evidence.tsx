import type { IncarnationView } from "@tagledger/core/ledger/view/story";
import { Name } from "../parts/name.tsx";
import { Empty } from "../parts/states.tsx";
import { Table } from "../parts/table.tsx";

const HEADINGS = [{ title: "what" }, { title: "speaks for" }, { title: "weight", figure: true }];

/** What speaks for the owner of a resource, the strongest first. */
export function Evidence({
  id,
  evidence,
}: {
  readonly id: string;
  readonly evidence: IncarnationView["evidence"];
}) {
  if (evidence.length === 0) return <Empty title="Nothing speaks for any owner." />;
  return (
    <Table id={id} caption="What speaks for its owner; a weight of 1 is certain" headings={HEADINGS}>
      <tbody>
        {evidence.map(({ kind, detail, team, weight }) => (
          <tr key={`${kind} ${team} ${detail}`}>
            <td>
              {kind.replaceAll("-", " ")}
              <span class="detail">
                <Name value={detail} />
              </span>
            </td>
            <td>
              <Name value={team} />
            </td>
            <td class="figure weight">
              <span aria-hidden="true">
                <i style={{ width: `${weight * 100}%` }} />
              </span>
              <b>{weight}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

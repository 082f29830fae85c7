import type { RepairView } from "@tagledger/core/ledger/view/story";
import { Name } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";

const HEADINGS = [{ title: "key" }, { title: "value" }, { title: "why" }];

/** The tags that are proposed, and where each value comes from. */
export function Repairs({ id, repairs }: { readonly id: string; readonly repairs: readonly RepairView[] }) {
  return (
    <Table id={id} caption="Repairs proposed" headings={HEADINGS}>
      <tbody>
        {repairs.map(({ key, value, says, from, removes }) => (
          <tr key={key}>
            <th scope="row">
              <Name value={key} />
            </th>
            <td>
              <Name value={value} />
            </td>
            <td>
              {says}
              <span class="detail">
                from <Name value={from} />
                {removes.map((other) => (
                  <span key={other}>
                    , instead of <Name value={other} />
                  </span>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

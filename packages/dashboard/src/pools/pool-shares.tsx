import { Unfold, useFold } from "../parts/fold.tsx";
import { MoneyCell } from "../parts/money.tsx";
import { Name } from "../parts/name.tsx";
import { Part, Quantity } from "../parts/part.tsx";
import { Table } from "../parts/table.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { visible } from "../words/visible.ts";
import type { PoolRow, Used } from "./pool-rows.ts";

const HEADINGS = [
  { title: "team" },
  { title: "use", figure: true },
  { title: "weight", figure: true },
  { title: "share", figure: true },
];

/** What each team bears of a pool, the dearest first; each leads to why it does. */
export function PoolShares(given: {
  readonly row: PoolRow;
  readonly currency: string;
  readonly state: PageState;
}) {
  const { row, currency, state } = given;
  const fold = useFold(row.shares.length);
  if (row.shares.length === 0) return <p class="none">No team bears anything of it.</p>;
  return (
    <>
      <Table
        id={`shares-of-${encodeURIComponent(row.pool)}`}
        caption={`Shares of ${visible(row.pool)}, in ${currency}; a team leads to why its share is as large as it is`}
        headings={HEADINGS}
      >
        <tbody>
          {row.shares.map(({ team, weight, amount, used }, index) => (
            <tr key={team} class={fold.classOf(index)}>
              <th scope="row">
                <Link to={{ ...state, team, owner: null }}>
                  <Name value={team} />
                </Link>
              </th>
              <UsedCell used={used} />
              <td class="figure">
                <Part ratio={weight} />
              </td>
              <MoneyCell amount={amount} currency={currency} />
            </tr>
          ))}
        </tbody>
      </Table>
      <Unfold fold={fold} noun="team" />
    </>
  );
}

/** A table cell that holds how much was used, metric by metric. */
export function UsedCell({ used }: { readonly used: readonly Used[] }) {
  if (used.length === 0) return <td class="figure none">–</td>;
  return (
    <td class="figure">
      {used.map(({ metric, quantity }) => (
        <div key={metric}>
          <Quantity ratio={quantity} short /> <small>{visible(metric)}</small>
        </div>
      ))}
    </td>
  );
}

import { useState } from "preact/hooks";
import type { Amount } from "../money/amount.ts";
import { MoneyCell } from "../parts/money.tsx";
import { Name } from "../parts/name.tsx";
import { Part } from "../parts/part.tsx";
import type { MonthChoice } from "../state/choice.ts";
import { visible } from "../words/visible.ts";
import { Explained } from "./explanation/explained.tsx";
import type { PoolRow } from "./pool-rows.ts";
import { PoolShares, UsedCell } from "./pool-shares.tsx";

/** A pool, and below it why a team bears what it does of it, or who does. */
export function PoolLine(given: {
  readonly row: PoolRow;
  readonly currency: string;
  readonly choice: MonthChoice;
  readonly columns: number;
}) {
  const { row, currency, choice, columns } = given;
  const [open, setOpen] = useState(false);
  const { team } = choice.state;
  const [share] = row.shares;
  const id = `pool-${encodeURIComponent(row.pool)}`;
  return (
    <tbody>
      <tr>
        <th scope="row">
          <Name value={row.pool} />
          <button
            type="button"
            class="why"
            aria-expanded={open}
            aria-controls={id}
            aria-label={`${team === null ? "Who bears" : "Why this share of"} ${visible(row.pool)}`}
            onClick={() => setOpen(!open)}
          >
            {team === null ? "Who?" : "Why?"}
          </button>
        </th>
        <td>{row.driver}</td>
        <MoneyCell amount={row.amount} currency={currency} />
        {team === null ? (
          <MoneyCell amount={row.borne} currency={currency} />
        ) : (
          <>
            <UsedCell used={share?.used ?? []} />
            <td class="figure">{share === undefined ? "–" : <Part ratio={share.weight} />}</td>
            <MoneyCell amount={row.borne} currency={currency} />
          </>
        )}
        <Told amount={row.idle} currency={currency} />
        <Told amount={row.unallocated} currency={currency} />
        <td class="figure">{row.completeness === null ? "–" : <Part ratio={row.completeness} />}</td>
        <td class="figure">
          <Part ratio={row.confidence} />
        </td>
      </tr>
      <tr class="behind" id={id} hidden={!open}>
        <td colSpan={columns}>
          {!open ? null : team === null ? (
            <div class="explained">
              <PoolShares row={row} currency={currency} state={choice.state} />
            </div>
          ) : (
            <Explained choice={choice} team={team} pool={row.pool} />
          )}
        </td>
      </tr>
    </tbody>
  );
}

/** An amount that not everybody is told. */
function Told({ amount, currency }: { readonly amount: Amount | null; readonly currency: string }) {
  if (amount === null || amount === 0n) return <td class="figure none">–</td>;
  return <MoneyCell amount={amount} currency={currency} />;
}

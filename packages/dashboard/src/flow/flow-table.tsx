import { MoneyCell } from "../parts/money.tsx";
import { Name } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import type { Flow, Place } from "./flows.ts";

const HEADINGS = [{ title: "from" }, { title: "to" }, { title: "amount", figure: true }];

/** Every flow of a bill, credits included. */
export function FlowTable({
  flows,
  currency,
}: {
  readonly flows: readonly Flow[];
  readonly currency: string;
}) {
  return (
    <Table id="flow-table" caption={`Every flow, in ${currency}; credits are below zero`} headings={HEADINGS}>
      <tbody>
        {flows.map(({ from, to, amount }) => (
          <tr key={`${from.id} ${to.id}`}>
            <td>
              <PlaceName place={from} />
            </td>
            <td>
              <PlaceName place={to} />
            </td>
            <MoneyCell amount={amount} currency={currency} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function PlaceName({ place }: { readonly place: Place }) {
  return (
    <>
      {place.kind === "pool" ? <small>pool </small> : null}
      <Name value={place.label} />
    </>
  );
}

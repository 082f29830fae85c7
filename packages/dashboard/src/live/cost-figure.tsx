import { Money } from "../parts/money.tsx";
import type { Costs } from "./live-rows.ts";

/** What some resources cost; where no price is known that is said, since it is not nothing. */
export function CostFigure({ costs, named = false }: { readonly costs: Costs; readonly named?: boolean }) {
  const { amounts, resources } = costs;
  if (amounts.length === 0) return <span class="none">{resources === 0 ? "–" : "unknown"}</span>;
  return (
    <>
      {amounts.map(({ amount, currency }) => (
        <div key={currency}>
          <Money amount={amount} currency={currency} />
          {named || amounts.length > 1 ? <small> {currency}</small> : null}
        </div>
      ))}
    </>
  );
}

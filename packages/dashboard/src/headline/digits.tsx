import { type Amount, formatAmount, sum } from "../money/amount.ts";
import type { Proof } from "./proof.ts";

/** A proof as on paper: every digit, one decimal point below the other. */
export function Digits({ proof, currency }: { readonly proof: Proof; readonly currency: string }) {
  const { whole, parts } = proof;
  const total = sum(parts.map(({ amount }) => amount));
  const decimals = Math.max(...[whole, ...parts].map(({ amount }) => decimalsOf(amount)));
  return (
    <div class="digits-frame">
      <table class="digits">
        <caption class="unseen">Every digit, in {currency}</caption>
        <tbody>
          {parts.map(({ label, amount }) => (
            <Line key={label} label={label} amount={amount} decimals={decimals} />
          ))}
        </tbody>
        <tfoot>
          <Line label="Sum of the parts" amount={total} decimals={decimals} />
          <Line label={whole.label} amount={whole.amount} decimals={decimals} />
        </tfoot>
      </table>
    </div>
  );
}

function Line(given: { readonly label: string; readonly amount: Amount; readonly decimals: number }) {
  const { label, amount, decimals } = given;
  const exact = formatAmount(amount);
  const missing = decimals - decimalsOf(amount) + (exact.includes(".") || decimals === 0 ? 0 : 1);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <data value={exact}>{exact}</data>
        <span aria-hidden="true">{"\u00a0".repeat(missing)}</span>
      </td>
    </tr>
  );
}

function decimalsOf(amount: Amount): number {
  return formatAmount(amount).split(".")[1]?.length ?? 0;
}

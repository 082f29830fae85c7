import { type Amount, formatAmount } from "../money/amount.ts";
import { change } from "../money/change.ts";
import { figure, isRounded } from "../money/figure.ts";

/** An amount: rounded for the eye, every digit in the element's value. */
export function Money({ amount, currency }: { readonly amount: Amount; readonly currency: string }) {
  const exact = formatAmount(amount);
  const title = isRounded(amount, currency) ? `${exact} ${currency}` : undefined;
  return (
    <data value={exact} title={title} class={amount < 0n ? "credit" : undefined}>
      {figure(amount, currency)}
    </data>
  );
}

/** A table cell that holds an amount. */
export function MoneyCell(given: { readonly amount: Amount; readonly currency: string }) {
  return (
    <td class="figure">
      <Money {...given} />
    </td>
  );
}

/** A table cell that holds how much more or less something came to. */
export function ChangeCell({ amount, currency }: { readonly amount: Amount; readonly currency: string }) {
  return (
    <td class="figure">
      <data
        value={formatAmount(amount)}
        class={amount > 0n ? "more-cost" : amount < 0n ? "less-cost" : "same-cost"}
      >
        {change(amount, currency)}
      </data>
    </td>
  );
}

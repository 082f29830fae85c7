import type { ComponentChildren } from "preact";
import { formatAmount } from "../money/amount.ts";
import { percent } from "../money/percent.ts";
import { Money } from "../parts/money.tsx";
import { Swatch } from "../parts/swatch.tsx";
import { Digits } from "./digits.tsx";
import { extents } from "./extents.ts";
import type { Proof } from "./proof.ts";

/** The headline figures as the equation that they are, and whether it holds. */
export function Figures(given: {
  readonly proof: Proof;
  readonly currency: string;
  /** What stands below the whole. */
  readonly note: ComponentChildren;
}) {
  const { proof, currency, note } = given;
  const { whole, called, parts } = proof;
  const lengths = extents(parts.map(({ amount }) => amount));
  return (
    <div class="figures">
      <dl class="equation">
        <div class="term whole">
          <dt>
            <Swatch look={whole.look} />
            {whole.label}
          </dt>
          <dd>
            <Money amount={whole.amount} currency={currency} />
          </dd>
          <dd class="share">{note}</dd>
        </div>
        {parts.map(({ label, look, amount }, index) => (
          <div class="term" key={label}>
            <dt>
              <span class="sign" aria-hidden="true">
                {index === 0 ? "=" : "+"}
              </span>
              <Swatch look={look} />
              {label}
            </dt>
            <dd>
              <Money amount={amount} currency={currency} />
            </dd>
            <dd class="share">
              {percent(amount, whole.amount)} of {called}
            </dd>
          </div>
        ))}
      </dl>
      <div class="proportions" aria-hidden="true">
        {parts.map(({ label, look }, index) => (
          <i key={label} class={`look-${look}`} style={{ flexGrow: lengths[index] }} />
        ))}
      </div>
      <Verdict proof={proof} currency={currency} />
    </div>
  );
}

function Verdict({ proof, currency }: { readonly proof: Proof; readonly currency: string }) {
  const { called, difference } = proof;
  return (
    <details class="proof">
      <summary>
        {difference === 0n ? (
          <strong class="good">✓ The parts are {called}, to the last digit</strong>
        ) : (
          <strong class="bad">
            ✗ The parts miss {called} by {formatAmount(difference)} {currency}
          </strong>
        )}
        <span class="more">every digit</span>
      </summary>
      <Digits proof={proof} currency={currency} />
    </details>
  );
}

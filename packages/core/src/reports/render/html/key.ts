import type { Amount } from "../../../costs/money.ts";
import { percent } from "../wording/percent.ts";
import { money } from "./cells.ts";
import { labelMarkup } from "./label.ts";
import { html, type Markup } from "./markup.ts";
import type { Segment } from "./segments.ts";

/** Names the parts of a bar in their order: number, pattern, name, amount and share of the whole. */
export function key(title: string, segments: readonly Segment[], whole: Amount, currency: string): Markup {
  return html`
<ol class="key" aria-label="${title}">${segments.map(
    ({ label, amount, look }, index) =>
      html`<li><span class="swatch ${look}${amount < 0n ? " below" : ""}" aria-hidden="true">${index + 1}</span> ${labelMarkup(label)} <span class="of">${money(amount, currency)} <small>${share(amount, whole)}</small></span></li>`,
  )}</ol>`;
}

// A part of a whole that credits turned negative says nothing.
function share(amount: Amount, whole: Amount): string {
  if (amount < 0n) return "credit";
  return whole > 0n ? percent(amount, whole) : "";
}

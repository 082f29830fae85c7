import { type Amount, sum } from "../../../costs/money.ts";
import { figure } from "../wording/figure.ts";
import { labelText } from "./label.ts";
import { html, type Markup } from "./markup.ts";
import { css, place, sideBySide } from "./scale.ts";
import type { Segment } from "./segments.ts";

/** What all bars of one chart are drawn on: credits reach left of zero, costs right of it. */
export interface Axis {
  readonly credits: Amount;
  readonly costs: Amount;
}

/** The axis on which each of these bars has room. */
export function axisOf(bars: readonly (readonly Segment[])[]): Axis {
  let [credits, costs] = [0n, 0n];
  for (const segments of bars) {
    const parts = { credits: sum(creditsOf(segments)), costs: sum(costsOf(segments)) };
    if (parts.credits > credits) credits = parts.credits;
    if (parts.costs > costs) costs = parts.costs;
  }
  return { credits, costs };
}

/** Draws a stacked bar; what is below zero stands left of the axis, as long as it is large. */
export function bar(title: string, segments: readonly Segment[], axis: Axis, currency: string): Markup {
  const whole = axis.credits + axis.costs;
  const numbered = segments.map((segment, index) => ({ ...segment, number: index + 1 }));
  const costs = numbered.filter(({ amount }) => amount > 0n);
  const credits = numbered.filter(({ amount }) => amount < 0n).reverse();
  const zero = place(axis.credits, whole);
  const room = axis.credits - sum(creditsOf(segments));
  const [, ...extents] = sideBySide([room, ...creditsOf(credits), ...costsOf(costs)], whole);
  const text = segments
    .map(({ label, amount }) => `${labelText(label)} ${figure(amount, currency)}`)
    .join("; ");
  return html`
<div class="bar" role="img" aria-label="${title}: ${text === "" ? "nothing" : text}">
${axis.credits > 0n ? html`<i class="zero" style="left:${css(zero)}"></i>` : null}
${[...credits, ...costs].map(({ label, amount, look, number }, index) => {
  const { start, end } = extents[index] ?? { start: 0, end: 0 };
  return html`<span class="part ${look}${amount < 0n ? " below" : ""}" style="left:${css(start)};width:${css(end - start)}" title="${labelText(label)} ${figure(amount, currency)}"><b>${number}</b><em><bdi>${labelText(label)}</bdi></em></span>`;
})}
</div>`;
}

function costsOf(segments: readonly Segment[]): Amount[] {
  return segments.map(({ amount }) => amount).filter((amount) => amount > 0n);
}

function creditsOf(segments: readonly Segment[]): Amount[] {
  return segments.map(({ amount }) => -amount).filter((amount) => amount > 0n);
}

import { type Amount, formatAmount } from "../../../costs/money.ts";
import { formatRational, type Rational } from "../../../costs/rational.ts";
import { figure, isRounded } from "../wording/figure.ts";
import { shortFraction } from "../wording/fraction.ts";
import { html, type Markup } from "./markup.ts";

const LONG_NAME = 60;

/** An amount: rounded for the eye, every digit in the element's value. */
export function money(amount: Amount, currency: string): Markup {
  const exact = formatAmount(amount);
  const title = isRounded(amount, currency) ? html` title="${exact} ${currency}"` : null;
  return html`<data value="${exact}"${title}>${figure(amount, currency)}</data>`;
}

/** A table cell that holds an amount. */
export function moneyCell(amount: Amount, currency: string): Markup {
  return html`<td class="figure">${money(amount, currency)}</td>`;
}

/** A fraction: shortened for the eye, every digit in the element's value. */
export function fraction(value: Rational): Markup {
  const exact = formatRational(value);
  const short = shortFraction(value);
  return html`<data value="${exact}"${short === exact ? null : html` title="${exact}"`}>${short}</data>`;
}

/** A name that somebody else chose: set apart from the direction of the text around it, long ones shown in part. */
export function name(value: string): Markup {
  if (value === "") return html`<span class="none">empty</span>`;
  return value.length > LONG_NAME
    ? html`<bdi class="name long" title="${value}">${value}</bdi>`
    : html`<bdi class="name">${value}</bdi>`;
}

/** A name, or a word that says that there is none. */
export function nameOr(value: string | null, missing: string): Markup {
  return value === null ? html`<span class="none">${missing}</span>` : name(value);
}

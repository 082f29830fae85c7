import { minorDigits } from "../../costs/currency.ts";
import { type Amount, decimalsOf, displayAmount } from "../../costs/money.ts";
import type { Rational } from "../../costs/rational.ts";

/** Digits that people are shown of what no decimal ends. */
const CUT = 6;
const SHOWN = 10n ** 18n;

/**
 * An amount to its last digit, with no fewer digits than the currency's smallest coin has.
 *
 * @example exactMoney(parseAmount("1234.5"), "USD") // "1,234.50"
 */
export function exactMoney(amount: Amount, currency: string): string {
  return displayAmount(amount, Math.max(minorDigits(currency), decimalsOf(amount)));
}

/** The same with a sign, also of what is more than nothing. */
export function signedMoney(amount: Amount, currency: string): string {
  return `${amount > 0n ? "+" : ""}${exactMoney(amount, currency)}`;
}

/**
 * The same of what is counted in units of 10^-24; cut after six places, and said so, where no decimal ends.
 *
 * @example cutMoney(rational(parseAmount("10000"), 3n), "USD") // "3,333.333333…"
 */
export function cutMoney({ n, d }: Rational, currency: string): string {
  if (n % d === 0n) return exactMoney(n / d, currency);
  const cut = (n / d / SHOWN) * SHOWN;
  return `${cut === 0n && n < 0n ? "-" : ""}${displayAmount(cut, CUT)}…`;
}

/**
 * Pads figures behind their last digit, so that in a column their decimal points stand below each other.
 *
 * @example alignedAtPoint(["1.50", "2.125"]) // ["1.50 ", "2.125"]
 */
export function alignedAtPoint(figures: readonly string[]): string[] {
  const behind = figures.map((text) => (text.includes(".") ? text.length - text.indexOf(".") : 0));
  const most = behind.reduce((a, b) => Math.max(a, b), 0);
  return figures.map((text, index) => `${text}${" ".repeat(most - (behind[index] ?? 0))}`);
}

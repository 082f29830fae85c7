import { minorDigits } from "../../../costs/currency.ts";
import { type Amount, decimalsOf, displayAmount, formatAmount } from "../../../costs/money.ts";

/** An amount as people read it: rounded to the currency's smallest coin, with thousands separators. */
export function figure(amount: Amount, currency: string): string {
  return displayAmount(amount, minorDigits(currency));
}

/** Whether the figure of an amount leaves digits away. */
export function isRounded(amount: Amount, currency: string): boolean {
  return decimalsOf(amount) > minorDigits(currency);
}

/** A difference as people must read it: rounding may never make it look like nothing. */
export function differenceFigure(amount: Amount, currency: string): string {
  return isRounded(amount, currency) ? formatAmount(amount) : figure(amount, currency);
}

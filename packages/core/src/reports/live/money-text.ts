import { minorDigits } from "../../costs/currency.ts";
import { type Amount, displayAmount, SCALE } from "../../costs/money.ts";
import type { Amounts } from "../../spend/amounts.ts";

/** Digits that an hour's price shows beyond the smallest coin: the smallest instances cost less than a cent. */
const MORE_DIGITS = 2;

/** The currencies of amounts, in one order. */
export function currenciesOf(...amounts: readonly Amounts[]): string[] {
  return [...new Set(amounts.flatMap((each) => [...each.keys()]))].sort();
}

/**
 * What an hour costs, as people read it: 0 only where it costs nothing, and in words where nobody knows.
 *
 * @param amount undefined where no price in this currency is known
 * @param unpriced how many resources have no known price
 * @example hourlyText(parseAmount("0.0104"), "USD", 0) // "0.0104"
 * @example hourlyText(undefined, "USD", 1) // "unknown"
 */
export function hourlyText(amount: Amount | undefined, currency: string, unpriced: number): string {
  return amountText(amount, minorDigits(currency) + MORE_DIGITS, unpriced);
}

/**
 * What was spent, as people read it.
 *
 * @example spentText(parseAmount("12.345"), "USD", 0) // "12.35"
 */
export function spentText(amount: Amount | undefined, currency: string, unpriced: number): string {
  return amountText(amount, minorDigits(currency), unpriced);
}

function amountText(amount: Amount | undefined, digits: number, unpriced: number): string {
  if (amount === undefined && unpriced > 0) return "unknown";
  const known = amount ?? 0n;
  const least = 10n ** BigInt(SCALE - digits);
  // What costs little must not look as if it cost nothing.
  return known > 0n && 2n * known < least ? `<${displayAmount(least, digits)}` : displayAmount(known, digits);
}

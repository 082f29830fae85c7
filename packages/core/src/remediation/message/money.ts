import { minorDigits } from "../../costs/currency.ts";
import { displayAmount, parseAmount, SCALE } from "../../costs/money.ts";
import type { MessageItem } from "../message.ts";

/**
 * An amount for people, rounded to the smallest coin; what costs less than that does not look as if it cost nothing.
 *
 * @example moneyText({ amount: "98.319999", currency: "USD" }) // "98.32 USD"
 * @example moneyText(null) // "unknown"
 */
export function moneyText(money: MessageItem["hourly"]): string {
  if (money === null) return "unknown";
  const { amount, currency } = money;
  const [units, digits] = [parseAmount(amount), minorDigits(currency)];
  const least = 10n ** BigInt(SCALE - digits);
  const tiny = units > 0n && 2n * units < least;
  return `${tiny ? `<${displayAmount(least, digits)}` : displayAmount(units, digits)} ${currency}`;
}

/**
 * What several resources cost an hour together, by currency, and how many of them nobody knows the price of.
 *
 * @example togetherText(items) // "3.20 USD an hour, 1 of unknown cost"
 */
export function togetherText(items: readonly Pick<MessageItem, "hourly">[]): string {
  const sums = new Map<string, bigint>();
  for (const { hourly } of items) {
    if (hourly === null) continue;
    sums.set(hourly.currency, (sums.get(hourly.currency) ?? 0n) + parseAmount(hourly.amount));
  }
  const unknown = items.filter(({ hourly }) => hourly === null).length;
  const known = [...sums].sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    ...known.map(([currency, units]) => `${displayAmount(units, minorDigits(currency))} ${currency} an hour`),
    ...(unknown === 0 ? [] : [`${unknown} of unknown cost`]),
  ].join(", ");
}

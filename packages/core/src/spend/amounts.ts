import { type Amount, formatAmount } from "../costs/money.ts";

/** Money by currency (ISO 4217): a currency is there where a price in it is known, be it 0. */
export type Amounts = ReadonlyMap<string, Amount>;

/** No price is known, or there is nothing that could have one. */
export const NO_AMOUNTS: Amounts = new Map();

/** Adds amounts currency by currency. */
export function plusAmounts(a: Amounts, b: Amounts): Amounts {
  const sums = new Map(a);
  for (const [currency, amount] of b) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return sums;
}

/**
 * Amounts as programs read them, ordered by currency.
 *
 * @example amountLines(new Map([["USD", parseAmount("0.10")]])) // [{ amount: "0.1", currency: "USD" }]
 */
export function amountLines(amounts: Amounts): { amount: string; currency: string }[] {
  return [...amounts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ amount: formatAmount(amount), currency }));
}

import { minorDigits } from "./currency.ts";
import { Division, type Part } from "./division/division.ts";
import { type Amount, decimalsOf, SCALE } from "./money.ts";

const CENT = 10n ** 22n;

/**
 * Divides an amount by weights so that the parts add up to it exactly, by largest remainder at the
 * quantum of {@link quantumOf}; equal remainders go to the smaller key; a negative amount is mirrored.
 *
 * @param parts in any order; their weights sum to more than 0
 * @returns the amounts, in the order of the parts
 * @throws RangeError when no weight is positive
 * @example apportion(parseAmount("1"), [{key: "a", weight: 1n}, {key: "b", weight: 2n}], "USD") // 0.33, 0.67
 */
export function apportion(amount: Amount, parts: readonly Part[], currency: string): Amount[] {
  return apportionAt(amount, parts, quantumOf(amount, currency));
}

/**
 * Divides an amount like {@link apportion}, at a quantum of which the amount is a multiple.
 *
 * @throws RangeError when no weight is positive
 * @example apportionAt(3n, [{key: "a", weight: 1n}, {key: "b", weight: 1n}], 1n) // 2n, 1n
 */
export function apportionAt(amount: Amount, parts: readonly Part[], quantum: Amount): Amount[] {
  return new Division(parts).at(amount, quantum).amounts;
}

/** The smallest amount that a division hands out: a minor unit of the currency, or finer where the amount is. */
export function quantumOf(amount: Amount, currency: string): Amount {
  const minor = minorDigits(currency);
  if (minor === 2 && amount % CENT === 0n) return CENT;
  return 10n ** BigInt(SCALE - Math.max(minor, decimalsOf(amount)));
}

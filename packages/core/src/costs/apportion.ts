import { minorDigits } from "./currency.ts";
import { type Amount, decimalsOf, SCALE } from "./money.ts";

/** One part of a whole that is divided: its key breaks ties, its weight is never negative. */
export interface Part {
  readonly key: string;
  readonly weight: bigint;
}

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
  const weights = parts.reduce((total, part) => total + part.weight, 0n);
  if (weights <= 0n) throw new RangeError("an amount can only be divided by a positive weight");
  const sign = amount < 0n ? -1n : 1n;
  const quanta = (amount * sign) / quantum;
  const shares = parts.map((part) => (quanta * part.weight) / weights);
  const left = Number(quanta - shares.reduce((total, share) => total + share, 0n));
  if (left > 0) {
    const remainders = parts.map((part) => (quanta * part.weight) % weights);
    const byRemainder = parts.map((_, index) => index).sort((a, b) => compare(parts, remainders, a, b));
    for (const index of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0n) + 1n;
  }
  return shares.map((share) => share * quantum * sign);
}

/** The smallest amount that a division hands out: a minor unit of the currency, or finer where the amount is. */
export function quantumOf(amount: Amount, currency: string): Amount {
  return 10n ** BigInt(SCALE - Math.max(minorDigits(currency), decimalsOf(amount)));
}

function compare(parts: readonly Part[], remainders: readonly bigint[], a: number, b: number): number {
  const [left = 0n, right = 0n] = [remainders[a], remainders[b]];
  if (left !== right) return left > right ? -1 : 1;
  const [leftKey = "", rightKey = ""] = [parts[a]?.key, parts[b]?.key];
  return leftKey < rightKey ? -1 : leftKey > rightKey ? 1 : 0;
}

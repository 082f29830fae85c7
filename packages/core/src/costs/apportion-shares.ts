import { apportion } from "./apportion.ts";
import { type Destination, destinationKey } from "./attribution/destination.ts";
import type { Part } from "./division/division.ts";
import type { Amount } from "./money.ts";
import { lcm, type Rational } from "./rational.ts";

/** A part of a whole: where it ends, and the exact fraction. */
export interface Share {
  readonly destination: Destination;
  readonly weight: Rational;
}

/** Fractions as parts of a whole: their weights as whole numbers over one denominator. */
export function overOneDenominator(
  parts: readonly { readonly key: string; readonly weight: Rational }[],
): Part[] {
  const denominator = parts.reduce((common, { weight }) => lcm(common, weight.d), 1n);
  return parts.map(({ key, weight }) => ({ key, weight: weight.n * (denominator / weight.d) }));
}

/**
 * Divides an amount as shares of something else say, like a pool that was divided so.
 *
 * @returns the amounts, in the order of the shares
 * @throws RangeError when no share is positive
 */
export function apportionShares(amount: Amount, shares: readonly Share[], currency: string): Amount[] {
  const parts = shares.map(({ destination, weight }) => ({ key: destinationKey(destination), weight }));
  return apportion(amount, overOneDenominator(parts), currency);
}

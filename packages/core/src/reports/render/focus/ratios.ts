import { apportionAt, type Part } from "../../../costs/apportion.ts";
import { destinationKey } from "../../../costs/attribution/destination.ts";
import { type Amount, SCALE } from "../../../costs/money.ts";
import { lcm } from "../../../costs/rational.ts";
import type { FocusShare } from "./source.ts";

const ONE = 10n ** BigInt(SCALE);

/** Shares as parts of a whole: their weights as whole numbers over one denominator. */
export function partsOf(shares: readonly Pick<FocusShare, "destination" | "weight">[]): Part[] {
  const denominator = shares.reduce((common, { weight }) => lcm(common, weight.d), 1n);
  return shares.map(({ destination, weight }) => ({
    key: destinationKey(destination),
    weight: weight.n * (denominator / weight.d),
  }));
}

/**
 * Writes fractions that sum to 1 as decimals of 24 places that sum to exactly 1, by largest remainder.
 *
 * @returns in units of 10^-24, in the order of the shares
 * @example decimalRatios([third, third, third]) // 0.333…334, 0.333…333, 0.333…333
 */
export function decimalRatios(shares: readonly Pick<FocusShare, "destination" | "weight">[]): Amount[] {
  return shares.length === 0 ? [] : apportionAt(ONE, partsOf(shares), 1n);
}

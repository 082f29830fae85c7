import { apportionAt } from "../../../costs/apportion.ts";
import { overOneDenominator } from "../../../costs/apportion-shares.ts";
import { destinationKey } from "../../../costs/attribution/destination.ts";
import { type Amount, SCALE } from "../../../costs/money.ts";
import type { Rational } from "../../../costs/rational.ts";
import type { Used } from "../../../costs/sharing/used.ts";
import type { FocusShare } from "./source.ts";

const ONE = 10n ** BigInt(SCALE);

/** One reason for which a share is as large as it is, and the part of the pool that it bears for that. */
export interface FocusElement {
  readonly used: Used | null;
  readonly weight: Rational;
  /** The fraction as a decimal, in units of 10^-24. */
  readonly ratio: Amount;
}

type Keyed = Omit<FocusElement, "ratio"> & { readonly share: number; readonly key: string };

/**
 * Takes shares apart by what they used, and writes the fractions, which sum to 1, as decimals of 24 places that sum to
 * exactly 1, by largest remainder.
 *
 * @returns in the order of the shares
 * @example elementsOf([third, third, third]).map(([{ ratio }]) => ratio) // 0.333…334, 0.333…333, 0.333…333
 */
export function elementsOf(shares: readonly FocusShare[]): FocusElement[][] {
  const all = shares.flatMap(({ destination, weight, used = [] }, share): Keyed[] => {
    const key = destinationKey(destination);
    if (used.length === 0) return [{ share, key, used: null, weight }];
    return used.map((each) => ({
      share,
      key: `${key}\u0002${each.metric}`,
      used: each,
      weight: each.weight,
    }));
  });
  if (all.length === 0) return [];
  const ratios = apportionAt(ONE, overOneDenominator(all), 1n);
  const elements = shares.map((): FocusElement[] => []);
  for (const [at, { share, used, weight }] of all.entries())
    elements[share]?.push({ used, weight, ratio: ratios[at] ?? 0n });
  return elements;
}

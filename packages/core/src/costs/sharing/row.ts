import type { Destination } from "../attribution/destination.ts";
import { type Rational, rational } from "../rational.ts";
import type { DividedBy } from "./divided-by.ts";
import { fractionsOf, type Vector } from "./vector.ts";
import { type Weights, WeightsBuilder } from "./weights.ts";

/** How one pool divides what it holds, in fractions that sum to 1. */
export interface Row {
  readonly leaves: Vector;
  readonly pools: ReadonlyMap<string, Rational>;
  readonly destinations: ReadonlyMap<string, Destination>;
  /** `held` where it keeps everything, for want of usage. */
  readonly by: DividedBy;
}

/**
 * Brings weights to fractions, without the pools that may not consume.
 *
 * @returns undefined when no weight is positive
 */
export function rowOf(
  weights: Weights,
  mayConsume: (pool: string) => boolean,
  by: DividedBy,
): Row | undefined {
  const pools = [...weights.pools].filter(([pool]) => mayConsume(pool));
  let total = 0n;
  for (const weight of weights.leaves.values()) total += weight;
  for (const [, weight] of pools) total += weight;
  if (total === 0n) return undefined;
  return {
    leaves: fractionsOf(weights.leaves, total),
    pools: new Map(pools.map(([pool, weight]) => [pool, rational(weight, total)])),
    destinations: weights.destinations,
    by,
  };
}

const HELD: DividedBy = { method: "held", usage: null };

/** The row of a pool that keeps what it holds, because nobody is known to have used it. */
export function heldRow(pool: string): Row {
  const { leaves, destinations } = new WeightsBuilder()
    .addUnallocated("no-usage", pool, { n: 1n, d: 1n })
    .build();
  return { leaves: fractionsOf(leaves, 1n), pools: new Map(), destinations, by: HELD };
}

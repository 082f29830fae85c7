import type { Pool } from "../config/definition/costs.ts";
import { ONE, type Rational, ZERO } from "../costs/rational.ts";
import type { DividedBy } from "../costs/sharing/divided-by.ts";
import { lesser } from "./lesser.ts";

const HALF: Rational = { n: 1n, d: 2n };

/** A pool, what it was divided by, and the part of the hours that its usage speaks for. */
export interface Weighed {
  readonly pool: Pool;
  readonly dividedBy: DividedBy;
  /** Null where nothing is measured. */
  readonly completeness: Rational | null;
}

/**
 * How far the division of each pool rests on measurements of the period, from 0 to 1: usage of the month counts as
 * it is complete, usage of an earlier month half, what was put in the place of missing usage and what is held
 * nothing; what follows counts as the least of what it follows, and what measures nothing is certain.
 */
export function confidenceOf(pools: readonly Weighed[], period: string): ReadonlyMap<string, Rational> {
  const byName = new Map(pools.map((each) => [each.pool.name, each]));
  const known = new Map<string, Rational>();
  const confidence = (name: string): Rational => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const each = byName.get(name);
    // Pools that follow each other are refused with their configuration.
    known.set(name, ZERO);
    const result = each === undefined ? ZERO : own(each);
    known.set(name, result);
    return result;
  };
  const own = ({ pool, dividedBy, completeness }: Weighed): Rational => {
    if (dividedBy.method !== pool.method) return ZERO;
    if (pool.method === "follow") return pool.of.map(confidence).reduce(lesser, ONE);
    if (pool.method !== "usage") return ONE;
    return dividedBy.usage === period ? (completeness ?? ZERO) : HALF;
  };
  for (const { pool } of pools) confidence(pool.name);
  return known;
}

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

/** To which pools each pool hands on what fraction of all that it holds. */
export type HandedOn = ReadonlyMap<string, { readonly pools: ReadonlyMap<string, Rational> }>;

/**
 * How far the division of each pool rests on measurements of the period, from 0 to 1: usage of the month counts as
 * it is complete, usage of an earlier month half, what was put in the place of missing usage and what is held
 * nothing; what measures nothing is certain. No pool counts more than any that it follows or that its money goes through.
 */
export function confidenceOf(
  pools: readonly Weighed[],
  period: string,
  rows: HandedOn,
): ReadonlyMap<string, Rational> {
  const byName = new Map(pools.map((each) => [each.pool.name, each]));
  const nextOf = ({ pool }: Weighed): string[] => [
    ...(pool.method === "follow" ? pool.of : []),
    ...[...(rows.get(pool.name)?.pools ?? [])].flatMap(([name, { n }]) => (n > 0n ? [name] : [])),
  ];
  return new Map(
    pools.map(({ pool: { name } }) => {
      // Pools may consume each other: each counts once, however often money comes round.
      const through = new Set([name]);
      let least = ONE;
      for (const each of through) {
        const found = byName.get(each);
        least = lesser(least, found === undefined ? ZERO : alone(found, period));
        for (const next of found === undefined ? [] : nextOf(found)) through.add(next);
      }
      return [name, least];
    }),
  );
}

/** What a pool counts by what it was divided by itself. */
function alone({ pool, dividedBy, completeness }: Weighed, period: string): Rational {
  if (dividedBy.method !== pool.method) return ZERO;
  if (pool.method !== "usage") return ONE;
  return dividedBy.usage === period ? (completeness ?? ZERO) : HALF;
}

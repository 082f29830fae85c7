import type { Amount } from "../../costs/money.ts";
import { add, type Rational, ZERO } from "../../costs/rational.ts";
import type { MonthShare } from "./month.ts";

/** What a team bears of one pool. */
export interface TeamPart {
  /** The exact fraction of the pool's amount. */
  readonly weight: Rational;
  readonly amount: Amount;
}

/** A pool as it was divided. */
export interface DividedShares {
  readonly pool: string;
  readonly shares: readonly MonthShare[];
}

/** What a team bears of each pool that it bears something of. */
export function teamShares(pools: readonly DividedShares[], team: string): Map<string, TeamPart> {
  const parts = new Map<string, TeamPart>();
  for (const { pool, shares } of pools) {
    for (const { destination, weight, amount } of shares) {
      if (destination.kind !== "direct" || destination.leaf.team !== team) continue;
      const known = parts.get(pool) ?? { weight: ZERO, amount: 0n };
      parts.set(pool, { weight: add(known.weight, weight), amount: known.amount + amount });
    }
  }
  return parts;
}

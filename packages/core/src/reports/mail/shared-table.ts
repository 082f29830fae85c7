import type { Amount } from "../../costs/money.ts";
import type { Rational } from "../../costs/rational.ts";
import type { MonthPool, StatementMonth } from "./month.ts";
import { type MetricQuantity, quantitiesOf } from "./quantities.ts";
import { teamShares } from "./team-shares.ts";

/** What a team bears of one pool, and by what. */
export interface SharedLine
  extends Pick<MonthPool, "pool" | "method" | "metric" | "dividedBy" | "confidence"> {
  /** The pool's own charges. */
  readonly whole: Amount;
  /** What the team used of it, by metric; empty where nothing is measured. */
  readonly used: readonly MetricQuantity[];
  /** The team's exact fraction of the pool. */
  readonly part: Rational;
  readonly amount: Amount;
}

/** The pools that a team bears something of, the dearest first; amounts sum to what it bears of shared costs. */
export function sharedTable({ pools, config, usage }: StatementMonth, team: string): SharedLine[] {
  const parts = teamShares(pools, team);
  return pools
    .flatMap(({ pool, amount: whole, method, metric, dividedBy, confidence }): SharedLine[] => {
      const part = parts.get(pool);
      if (part === undefined) return [];
      const definition = config.pools.find(({ name }) => name === pool);
      const period = dividedBy.method === "usage" ? dividedBy.usage : null;
      const used = quantitiesOf(definition, usage, { team, period });
      return [
        { pool, method, metric, dividedBy, confidence, whole, used, part: part.weight, amount: part.amount },
      ];
    })
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount > b.amount ? -1 : 1));
}

import { type Leaf, leafKey } from "../../costs/leaf.ts";
import type { Amount } from "../../costs/money.ts";
import type { StatementMonth } from "./month.ts";

/** The finest part of a team's total that a statement knows: direct cost of a leaf, or a leaf's share of a pool. */
export interface StatementLine {
  readonly leaf: Leaf;
  /** Null for direct cost. */
  readonly pool: string | null;
  readonly amount: Amount;
}

/** All parts of a team's total, which sum to it exactly; direct cost first, ordered by leaf and pool. */
export function statementLines({ report, pools }: StatementMonth, team: string): StatementLine[] {
  const direct = report.leaves
    .filter(({ leaf, direct: amount }) => leaf.team === team && amount !== 0n)
    .map(({ leaf, direct: amount }): StatementLine => ({ leaf, pool: null, amount }));
  const shared = new Map<string, StatementLine>();
  for (const { pool, shares } of pools) {
    for (const { destination, amount } of shares) {
      if (destination.kind !== "direct" || destination.leaf.team !== team || amount === 0n) continue;
      const { leaf } = destination;
      const key = `${pool}\u0000${leafKey(leaf)}`;
      shared.set(key, { leaf, pool, amount: (shared.get(key)?.amount ?? 0n) + amount });
    }
  }
  return [...direct, ...shared.values()];
}

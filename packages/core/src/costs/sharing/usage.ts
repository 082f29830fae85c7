import type { Amount } from "../money.ts";

/** One sample of a driver, whatever its source: what a team, a pool or the capacity amounted to over a time. */
export interface UsageRow {
  /** Epoch milliseconds, UTC; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly pool: string;
  /** A team, `pool:NAME`, `capacity`, or `unowned:NAME` where nobody is known. */
  readonly team: string;
  readonly metric: string;
  /** Not negative, in units of 10^-24. */
  readonly quantity: Amount;
  readonly project: string | null;
  readonly workload: string | null;
  readonly environment: string | null;
  readonly experiment: string | null;
  /** Where the row stands, as `file:line`. */
  readonly place: string;
}

/** Sorts usage by pool, each in its order. */
export function usageByPool(usage: readonly UsageRow[]): Map<string, UsageRow[]> {
  const byPool = new Map<string, UsageRow[]>();
  for (const row of usage) {
    const known = byPool.get(row.pool);
    if (known === undefined) byPool.set(row.pool, [row]);
    else known.push(row);
  }
  return byPool;
}

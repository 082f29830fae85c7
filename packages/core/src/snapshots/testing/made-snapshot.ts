import type { Config } from "../../config/definition.ts";
import { allocate, type DividedPool } from "../../costs/allocate.ts";
import { quantumOf } from "../../costs/apportion.ts";
import { parsePeriod } from "../../costs/period.ts";
import { multiply, ONE } from "../../costs/rational.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { attributed, chargesOf, type Line } from "../../costs/testing/attribution.ts";
import { showback } from "../../reports/showback.ts";
import type { Snapshot, SnapshotPool } from "../snapshot.ts";

/** The snapshot of a bill of these lines, as rules and usage divide it. */
export async function madeSnapshot(
  config: Config,
  lines: readonly Line[],
  usage: readonly UsageRow[] = [],
): Promise<Snapshot> {
  const charges = await attributed(config, chargesOf(config, lines));
  const period = parsePeriod("2026-09");
  const allocation = allocate(charges, { config, usage, period });
  const about = { period: period.name, currency: "USD", basis: "effective" } as const;
  return {
    ...about,
    id: "5d0c",
    at: Date.UTC(2026, 9, 3),
    bills: [{ export: "ml-showback", version: "8d41", sequence: 1, deliveredAt: Date.UTC(2026, 9, 2) }],
    config,
    configuration: "c0",
    usage,
    sources: [],
    report: showback({
      ...about,
      snapshot: "5d0c",
      allocation,
      reconciliation: charges.reconciliation,
      groupBy: ["team"],
      where: {},
    }),
    pools: allocation.pools.map((divided) => poolOf(divided, period.name)),
    previous: null,
    difference: null,
    digest: "d1",
  };
}

function poolOf({ pool, amount, shares }: DividedPool, period: string): SnapshotPool {
  const quantum = quantumOf(amount, "USD");
  const magnitude = amount < 0n ? -amount : amount;
  return {
    pool: pool.name,
    amount,
    method: pool.method,
    dividedBy: { method: pool.method, usage: pool.method === "usage" ? period : null },
    metric: pool.method === "usage" ? pool.metric : null,
    quantum,
    completeness: pool.method === "usage" ? ONE : null,
    confidence: ONE,
    shares: shares.map((share) => {
      const { n, d } = multiply(share.weight, { n: magnitude / quantum, d: 1n });
      const given = (share.amount < 0n ? -share.amount : share.amount) / quantum;
      return { ...share, units: Number(given - n / d) };
    }),
  };
}

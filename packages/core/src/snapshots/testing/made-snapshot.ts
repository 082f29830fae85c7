import type { Config } from "../../config/definition.ts";
import { allocate, type DividedPool } from "../../costs/allocate.ts";
import { parsePeriod } from "../../costs/period.ts";
import { ONE } from "../../costs/rational.ts";
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
  const { reconciliation } = charges;
  const whole = { groupBy: ["team"], where: {}, snapshot: "5d0c" } as const;
  return {
    ...about,
    id: whole.snapshot,
    at: Date.UTC(2026, 9, 3),
    bills: [{ export: "ml-showback", version: "8d41", sequence: 1, deliveredAt: Date.UTC(2026, 9, 2) }],
    config,
    configuration: "c0",
    usage,
    sources: [],
    report: showback({ ...about, ...whole, allocation, reconciliation }),
    pools: allocation.pools.map(poolOf),
    previous: null,
    difference: null,
    digest: "d1",
  };
}

function poolOf({ pool, ...divided }: DividedPool): SnapshotPool {
  return {
    ...divided,
    pool: pool.name,
    method: pool.method,
    metric: pool.method === "usage" ? pool.metric : null,
    completeness: pool.method === "usage" ? ONE : null,
    confidence: ONE,
  };
}

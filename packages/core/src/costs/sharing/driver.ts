import { CAPACITY, pooled, unowned } from "../../config/consumers.ts";
import type { Pool } from "../../config/definition/costs.ts";
import { type Leaf, NO_LEAF, SHARED_PROJECT } from "../leaf.ts";
import { parseAmount } from "../money.ts";
import { type Period, periodAt } from "../period.ts";
import { add, gcd, multiply, type Rational, subtract, ZERO } from "../rational.ts";
import type { UsageRow } from "./usage.ts";
import { UsageSums } from "./usage-sums.ts";
import { type Weights, WeightsBuilder } from "./weights.ts";
import { rowsOf } from "./within.ts";

/** A pool that is divided by usage. */
export type UsagePool = Extract<Pool, { method: "usage" }>;

/**
 * Weighs the use of a pool in a period: the sum of its metrics, each times its weight; a row that reaches over
 * the period counts by the part inside. What capacity leaves unused is idle where the pool keeps it separate.
 */
export function usageWeights(rows: readonly UsageRow[], pool: UsagePool, period: Period): Weights {
  const sums = new UsageSums(period);
  for (const row of rowsOf(rows, pool, period)) sums.add(row);
  const weights = new WeightsBuilder();
  const weightOf = metricWeights(pool);
  const capacity = new Map<string, Rational>();
  const used = new Map<string, Rational>();
  for (const { of, quantity } of sums.values()) {
    const side = of.team === CAPACITY ? capacity : used;
    side.set(of.metric, add(side.get(of.metric) ?? ZERO, quantity));
    if (of.team !== CAPACITY) addUse(weights, of, multiply(quantity, weightOf(of.metric)));
  }
  if (pool.idle === "separate") {
    for (const [metric, available] of capacity) {
      const idle = subtract(available, used.get(metric) ?? ZERO);
      if (idle.n > 0n) weights.addUnallocated("idle", pool.name, multiply(idle, weightOf(metric)));
    }
  }
  return weights.build();
}

function addUse(weights: WeightsBuilder, of: UsageRow, weight: Rational): void {
  const consumer = pooled(of.team);
  const nobody = unowned(of.team);
  if (consumer !== undefined) weights.addPool(consumer, weight);
  else if (nobody !== undefined) weights.addUnallocated("no-team", nobody, weight);
  else weights.addLeaf(leafOf(of), weight);
}

/** The months before a period in which a pool has usage, newest first. */
export function earlierPeriods(rows: readonly UsageRow[], pool: UsagePool, period: Period): Period[] {
  const starts = rows
    .filter((row) => row.pool === pool.name && row.start < period.start)
    .flatMap((row) => [row.start, Math.min(row.end, period.start) - 1]);
  const names = [...new Set(starts.map((instant) => periodAt(instant).name))].sort().reverse();
  return names.map((name) => periodAt(Date.parse(`${name}-01T00:00:00Z`)));
}

/** What metrics weigh, in the smallest whole numbers: they only mean something to each other. */
function metricWeights(pool: UsagePool): (metric: string) => Rational {
  const weights = new Map(Object.entries(pool.metric).map(([name, weight]) => [name, parseAmount(weight)]));
  const divisor = [...weights.values()].reduce(gcd, 0n);
  return (metric) => ({ n: (weights.get(metric) ?? 0n) / (divisor || 1n), d: 1n });
}

function leafOf({ team, project, workload, environment, experiment }: UsageRow): Leaf {
  const known = project !== null || experiment !== null;
  return { ...NO_LEAF, team, project: known ? project : SHARED_PROJECT, workload, environment, experiment };
}

import { CAPACITY, pooled } from "../../config/consumers.ts";
import type { Pool } from "../../config/definition/costs.ts";
import { type Leaf, NO_LEAF, SHARED_PROJECT } from "../leaf.ts";
import { parseAmount } from "../money.ts";
import { type Period, periodAt } from "../period.ts";
import { add, multiply, type Rational, rational, ZERO } from "../rational.ts";
import type { UsageRow } from "./usage.ts";
import { type Weights, WeightsBuilder } from "./weights.ts";

/** A pool that is divided by usage. */
export type UsagePool = Extract<Pool, { method: "usage" }>;

/** The rows of a pool that say something about its metrics in a period. */
export function rowsOf(rows: readonly UsageRow[], pool: UsagePool, period: Period): UsageRow[] {
  return rows.filter(
    (row) =>
      row.pool === pool.name &&
      pool.metric[row.metric] !== undefined &&
      row.start < period.end &&
      row.end > period.start,
  );
}

/**
 * Weighs the use of a pool in a period: the sum of its metrics, each times its weight; a row that reaches over
 * the period counts by the part inside. What capacity leaves unused is idle where the pool keeps it separate.
 */
export function usageWeights(rows: readonly UsageRow[], pool: UsagePool, period: Period): Weights {
  const weights = new WeightsBuilder();
  const capacity = new Map<string, Rational>();
  const used = new Map<string, Rational>();
  for (const row of rowsOf(rows, pool, period)) {
    const quantity = quantityWithin(row, period);
    const side = row.team === CAPACITY ? capacity : used;
    side.set(row.metric, add(side.get(row.metric) ?? ZERO, quantity));
    if (row.team === CAPACITY) continue;
    const weight = multiply(quantity, metricWeight(pool, row.metric));
    const consumer = pooled(row.team);
    if (consumer === undefined) weights.addLeaf(leafOf(row), weight);
    else weights.addPool(consumer, weight);
  }
  if (pool.idle === "separate") {
    for (const [metric, available] of capacity) {
      const use = used.get(metric) ?? ZERO;
      const idle = add(available, { n: -use.n, d: use.d });
      if (idle.n > 0n) weights.addUnallocated("idle", pool.name, multiply(idle, metricWeight(pool, metric)));
    }
  }
  return weights.build();
}

/** The months before a period in which a pool has usage, newest first. */
export function earlierPeriods(rows: readonly UsageRow[], pool: UsagePool, period: Period): Period[] {
  const starts = rows
    .filter((row) => row.pool === pool.name && row.start < period.start)
    .flatMap((row) => [row.start, Math.min(row.end, period.start) - 1]);
  const names = [...new Set(starts.map((instant) => periodAt(instant).name))].sort().reverse();
  return names.map((name) => periodAt(Date.parse(`${name}-01T00:00:00Z`)));
}

/** The part of a row that lies inside a period, in units of 10^-24. */
export function quantityWithin(row: UsageRow, period: Period): Rational {
  const inside = Math.min(row.end, period.end) - Math.max(row.start, period.start);
  const whole = row.end - row.start;
  return inside === whole
    ? { n: row.quantity, d: 1n }
    : rational(row.quantity * BigInt(inside), BigInt(whole));
}

function metricWeight(pool: UsagePool, metric: string): Rational {
  return { n: parseAmount(pool.metric[metric] ?? "0"), d: 1n };
}

/** The leaf that used what a row tells. */
export function leafOf({ team, project, workload, environment, experiment }: UsageRow): Leaf {
  const known = project !== null || experiment !== null;
  return { ...NO_LEAF, team, project: known ? project : SHARED_PROJECT, workload, environment, experiment };
}

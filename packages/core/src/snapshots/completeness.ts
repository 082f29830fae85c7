import type { Pool } from "../config/definition/costs.ts";
import { parseAmount } from "../costs/money.ts";
import type { Period } from "../costs/period.ts";
import { ONE, type Rational, rational, ZERO } from "../costs/rational.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import { lesser } from "./lesser.ts";

const HOUR = 3_600_000;

/** How much of a time a source says that it speaks for. */
export interface Spoken {
  readonly pool: string;
  readonly metric: string;
  readonly hours: number;
  /** The hours that there were. */
  readonly of: number;
}

/** What is known of the usage of a period. */
export interface KnownUsage {
  readonly period: Period;
  /** Epoch milliseconds: nothing after it can be known yet. */
  readonly at: number;
  readonly usage: readonly UsageRow[];
  /** What sources say of the metrics that they gave; of others the rows tell. */
  readonly coverage: readonly Spoken[];
}

/**
 * The part of the hours so far that usage speaks for, by pool; pools that measure nothing are left out. Of several
 * metrics, and of several sources of one, the least counts; where no source says it, the time that rows cover.
 *
 * @example completenessOf(config.pools, known).get("eks-cpu") // { n: 23n, d: 24n }
 */
export function completenessOf(pools: readonly Pool[], known: KnownUsage): ReadonlyMap<string, Rational> {
  const least = new Map<string, Rational>();
  for (const { pool, metric, hours, of } of known.coverage) {
    const part = of === 0 ? ONE : rational(parseAmount(String(hours)), parseAmount(String(of)));
    least.set(keyOf(pool, metric), lesser(least.get(keyOf(pool, metric)) ?? ONE, part));
  }
  const rows = rowsByMetric(known.usage);
  const partOf = (pool: string, metric: string) =>
    least.get(keyOf(pool, metric)) ?? coveredBy(rows.get(pool)?.get(metric) ?? [], known);
  return new Map(
    pools.flatMap((pool) => {
      if (pool.method !== "usage") return [];
      const metrics = Object.keys(pool.metric).filter((name) => parseAmount(pool.metric[name] ?? "0") > 0n);
      const parts = metrics.map((metric) => partOf(pool.name, metric));
      return [[pool.name, parts.length === 0 ? ZERO : parts.reduce(lesser)] as const];
    }),
  );
}

/** The part of the time so far that rows cover, however they overlap. */
function coveredBy(rows: readonly UsageRow[], { period, at }: KnownUsage): Rational {
  const until = Math.min(period.end, Math.floor(at / HOUR) * HOUR);
  if (until <= period.start) return ONE;
  const spans = rows
    .map(({ start, end }) => ({ start: Math.max(start, period.start), end: Math.min(end, until) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  let covered = 0;
  let reached = period.start;
  for (const { start, end } of spans) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return rational(BigInt(covered), BigInt(until - period.start));
}

function rowsByMetric(usage: readonly UsageRow[]): Map<string, Map<string, UsageRow[]>> {
  const byPool = new Map<string, Map<string, UsageRow[]>>();
  for (const row of usage) {
    const byMetric = byPool.get(row.pool) ?? new Map<string, UsageRow[]>();
    byPool.set(row.pool, byMetric);
    const rows = byMetric.get(row.metric);
    if (rows === undefined) byMetric.set(row.metric, [row]);
    else rows.push(row);
  }
  return byPool;
}

function keyOf(pool: string, metric: string): string {
  return `${pool}\u0000${metric}`;
}

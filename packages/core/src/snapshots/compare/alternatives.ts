import type { Pool } from "../../config/definition/costs.ts";
import type { Config } from "../../config/definition.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";

/** Another way to divide than the one in force. */
export interface Alternative {
  /** In a few words, such as `reciprocal` or `gpu: even`. */
  readonly name: string;
  /** The pool whose driver differs; null where pools are settled otherwise. */
  readonly pool: string | null;
  readonly config: Config;
  /** Whether it is the way in force. */
  readonly inForce: boolean;
}

const ALLOCATIONS = ["direct", "step-down", "reciprocal"] as const;

/** The three ways to settle pools, by the rules of a configuration. */
export function allocationsOf(config: Config): Alternative[] {
  return ALLOCATIONS.map((allocation) => ({
    name: allocation,
    pool: null,
    config: { ...config, allocation },
    inForce: allocation === config.allocation,
  }));
}

/** Each metric that a pool has usage of alone, and division without any: evenly, and in proportion to cost. */
export function driversFor(config: Config, pool: Pool, usage: readonly UsageRow[]): Alternative[] {
  const measured = usage.flatMap((row) => (row.pool === pool.name ? [row.metric] : []));
  const metrics = [
    ...new Set([...measured, ...(pool.method === "usage" ? Object.keys(pool.metric) : [])]),
  ].sort();
  const { name, match, includeTagged, order, onMissingUsage } = pool;
  const placed = { name, match, includeTagged, order, onMissingUsage };
  const idle = pool.method === "usage" ? pool.idle : "share";
  const others: [words: string, pool: Pool][] = [
    ...metrics.map((metric): [string, Pool] => [
      metric,
      { ...placed, method: "usage", metric: { [metric]: "1" }, idle },
    ]),
    ["even", { ...placed, method: "even", to: undefined }],
    ["proportional", { ...placed, method: "proportional" }],
  ];
  return others.map(([words, instead]) => ({
    name: `${name}: ${words}`,
    pool: name,
    config: { ...config, pools: config.pools.map((each) => (each.name === name ? instead : each)) },
    inForce: isSame(pool, instead),
  }));
}

function isSame(pool: Pool, other: Pool): boolean {
  if (pool.method === "usage" && other.method === "usage")
    return (
      Object.keys(pool.metric).length === 1 && Object.keys(other.metric)[0] === Object.keys(pool.metric)[0]
    );
  if (pool.method === "even") return other.method === "even" && pool.to === undefined;
  return pool.method === other.method;
}

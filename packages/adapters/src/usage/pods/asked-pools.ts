import { parseAmount } from "@tagledger/core/costs/money";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";

/** What pods are measured in. GiB are 2^30 bytes. */
export const POD_METRICS = ["cpu-core-hours", "memory-gib-hours", "gpu-hours"] as const;

/** One of the metrics of pods. */
export type PodMetric = (typeof POD_METRICS)[number];

/** A pool, and the metrics of pods that it is divided by. */
export interface AskedPool {
  readonly pool: UsagePool;
  readonly metrics: readonly PodMetric[];
}

/**
 * The pools that usage of pods divides: those that a source names, or all, as far as they ask for a metric of pods.
 *
 * @example askedPools(pools, undefined) // [{ pool: { name: "eks-gpu", … }, metrics: ["gpu-hours"] }]
 */
export function askedPools(pools: readonly UsagePool[], named: readonly string[] | undefined): AskedPool[] {
  return pools
    .filter(({ name }) => named === undefined || named.includes(name))
    .map((pool) => ({ pool, metrics: POD_METRICS.filter((metric) => weighs(pool, metric)) }))
    .filter(({ metrics }) => metrics.length > 0);
}

/** Whether a metric decides anything in a pool: one that weighs nothing is not asked for. */
export function weighs({ metric }: Pick<UsagePool, "metric">, name: string): boolean {
  return parseAmount(metric[name] ?? "0") > 0n;
}

/** The names of the pools that ask for a metric. */
export function asking(pools: readonly AskedPool[], metric: PodMetric): string[] {
  return pools.filter(({ metrics }) => metrics.includes(metric)).map(({ pool }) => pool.name);
}

/** Each pool with each of its metrics. */
export function byMetric(
  asked: readonly AskedPool[],
): { readonly pool: string; readonly metric: PodMetric }[] {
  return asked.flatMap(({ pool, metrics }) => metrics.map((metric) => ({ pool: pool.name, metric })));
}

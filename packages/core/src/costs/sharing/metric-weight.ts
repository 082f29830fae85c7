import type { UsagePool } from "./driver.ts";

/**
 * What a metric weighs in a pool, as the configuration writes it; undefined where the pool is not divided by it.
 *
 * @example metricWeight(pool, "constructor") // undefined
 */
export function metricWeight({ metric: weights }: Pick<UsagePool, "metric">, metric: string) {
  // Metrics are called whatever people like, also as what every object has.
  return Object.hasOwn(weights, metric) ? weights[metric] : undefined;
}

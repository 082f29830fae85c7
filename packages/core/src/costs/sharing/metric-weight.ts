import type { Pool } from "../../config/definition/costs.ts";

/**
 * What a metric weighs in a pool, as the configuration writes it; undefined where the pool is not divided by it.
 *
 * @example metricWeight(pool, "constructor") // undefined
 */
export function metricWeight(
  { metric: weights }: Pick<Extract<Pool, { method: "usage" }>, "metric">,
  metric: string,
): string | undefined {
  // Metrics are called whatever people like, also as what every object has.
  return Object.hasOwn(weights, metric) ? weights[metric] : undefined;
}

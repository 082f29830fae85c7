import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import { POD_METRICS, type PodMetric, weighs } from "../pods/asked-pools.ts";

/** The metrics that pools ask a source for, each with the pools that it divides. */
export interface AskedMetrics {
  readonly ofPods: ReadonlyMap<PodMetric, readonly string[]>;
  /** Those that the configuration gives a query for, which may be metrics of pods too. */
  readonly byQuery: ReadonlyMap<string, readonly string[]>;
}

/** What is to be asked: metrics that weigh something in a pool that the source may divide, and that it has. */
export function askedMetrics(
  { pools: named, metrics }: Pick<PrometheusSource, "pools" | "metrics">,
  pools: readonly UsagePool[],
): AskedMetrics {
  const wanting = new Map<string, string[]>();
  for (const pool of pools) {
    const { name, metric } = pool;
    if (named !== undefined && !named.includes(name)) continue;
    for (const each of Object.keys(metric)) {
      if (weighs(pool, each)) wanting.set(each, [...(wanting.get(each) ?? []), name]);
    }
  }
  const isQuery = (metric: string) => metrics !== undefined && Object.hasOwn(metrics, metric);
  const ofPods = POD_METRICS.flatMap((metric) => {
    const wanted = isQuery(metric) ? undefined : wanting.get(metric);
    return wanted === undefined ? [] : [[metric, wanted] as const];
  });
  return {
    ofPods: new Map(ofPods),
    byQuery: new Map([...wanting].filter(([metric]) => isQuery(metric))),
  };
}

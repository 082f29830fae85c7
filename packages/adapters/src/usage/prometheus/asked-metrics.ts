import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import { parseAmount } from "@tagledger/core/costs/money";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import { POD_METRICS, type PodMetric } from "./measures.ts";

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
  for (const { name, metric } of pools) {
    if (named !== undefined && !named.includes(name)) continue;
    for (const [each, weight] of Object.entries(metric)) {
      if (parseAmount(weight) > 0n) wanting.set(each, [...(wanting.get(each) ?? []), name]);
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

import { prometheusUsage } from "@tagledger/adapters/usage/prometheus/prometheus";
import type { PrometheusSource } from "@tagledger/core/config/definition/usage/prometheus";
import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import type { UsageSource } from "@tagledger/core/ports/usage-sources";

/** A pool that is divided by some metrics, alike. */
export function poolOf(metrics: readonly string[]): UsagePool {
  return {
    name: "shared",
    method: "usage",
    metric: Object.fromEntries(metrics.map((metric) => [metric, "1"])),
    idle: "separate",
    includeTagged: false,
    onMissingUsage: "hold",
  };
}

/** A Prometheus as the product asks it, which waits for nothing. */
export function asked(
  url: string,
  source: Omit<PrometheusSource, "kind" | "url">,
  metrics: readonly string[],
): UsageSource {
  return prometheusUsage({
    source: { kind: "prometheus", url, ...source },
    pools: [poolOf(metrics)],
    fetch,
    sleep: async () => {},
    random: () => 0.5,
    secret: async (name) => `${name} as it is`,
  });
}

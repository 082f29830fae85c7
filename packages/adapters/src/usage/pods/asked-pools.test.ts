import { loadConfig } from "@tagledger/core/config/load";
import { isUsagePool } from "@tagledger/core/costs/sharing/is-usage-pool";
import { expect, it } from "vitest";
import { askedMetrics } from "../prometheus/asked-metrics.ts";
import { askedPools, byMetric } from "./asked-pools.ts";

const { config } = loadConfig(
  `version: 1
pools:
  - { name: cpu, method: usage, metric: { cpu-core-hours: 1, memory-gib-hours: 0, gpu-hours: "0.0" } }
  - { name: memory, method: usage, metric: { memory-gib-hours: "0.1", reads: 1 } }
  - { name: store, method: usage, metric: { reads: 1 } }
`,
  "tagledger.yaml",
);
const POOLS = config.pools.filter(isUsagePool);

it("a metric that weighs nothing in a pool is not asked for, of whomever", () => {
  const asked = [
    { pool: "cpu", metric: "cpu-core-hours" },
    { pool: "memory", metric: "memory-gib-hours" },
  ];
  expect(byMetric(askedPools(POOLS, undefined))).toEqual(asked);
  const { ofPods } = askedMetrics({ pools: undefined, metrics: undefined }, POOLS);
  expect([...ofPods].flatMap(([metric, pools]) => pools.map((pool) => ({ pool, metric })))).toEqual(asked);
});

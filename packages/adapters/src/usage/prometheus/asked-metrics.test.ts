import type { UsagePool } from "@tagledger/core/costs/sharing/driver";
import { expect, it } from "vitest";
import { askedMetrics } from "./asked-metrics.ts";

function pool(name: string, metric: Record<string, string>): UsagePool {
  return { name, method: "usage", metric, idle: "share", includeTagged: false, onMissingUsage: "hold" };
}

const POOLS = [
  pool("cpu", { "cpu-core-hours": "9", "memory-gib-hours": "1" }),
  pool("more", { "cpu-core-hours": "1", "gpu-hours": "0" }),
  pool("store", { reads: "1", writes: "5" }),
];

it("only what weighs something, and what the source has, is asked for", () => {
  const { ofPods, byQuery } = askedMetrics({ metrics: { reads: "x", other: "y" } }, POOLS);
  expect([...ofPods]).toEqual([
    ["cpu-core-hours", ["cpu", "more"]],
    ["memory-gib-hours", ["cpu"]],
  ]);
  expect([...byQuery]).toEqual([["reads", ["store"]]]);
});

it("only pools that the source names are asked for", () => {
  const { ofPods, byQuery } = askedMetrics({ pools: ["more"], metrics: { reads: "x" } }, POOLS);
  expect([...ofPods]).toEqual([["cpu-core-hours", ["more"]]]);
  expect([...byQuery]).toEqual([]);
});

it("a query of the configuration takes the place of a metric of pods", () => {
  const { ofPods, byQuery } = askedMetrics({ metrics: { "cpu-core-hours": "x" } }, POOLS);
  expect([...ofPods.keys()]).toEqual(["memory-gib-hours"]);
  expect([...byQuery]).toEqual([["cpu-core-hours", ["cpu", "more"]]]);
});

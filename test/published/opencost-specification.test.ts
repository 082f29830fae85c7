import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";
import { describe, expect, test } from "vitest";
import { exactTotals, net } from "./exact.ts";

// OpenCost Specification v0.1. Appendix A: a node of 1 GPU, 1 CPU and 1 GB for $35 a month, with base prices of $30, $30
// and $10, costs $15, $15 and $5. "Workload costs", "Idle costs" and "Shared costs" give the formulas of the others.
const PRICES = '{ gpu: "30", cpu: "30", ram: "10" }';

describe("the OpenCost Specification", () => {
  test("adjusts base prices to the price of a node and keeps their ratio", () => {
    const node = `  - { name: node, method: usage, metric: ${PRICES} }`;
    const usage = ["gpu", "cpu", "ram"].map((metric) => used("node", metric, "1", { metric }));
    const shares = share(sharingConfig(["gpu", "cpu", "ram"], node), { node: "35" }, { usage });
    expect(exactTotals(shares, { node: "35" })).toEqual({ gpu: "15", cpu: "15", ram: "5" });
  });

  test("takes the greater of request and use of each container, the rest as idle, and shares overhead", () => {
    // 8 cores and 32 GB for $480: at $30 a core and $7.50 a GB. Web asks for 2 cores and uses 3, and 8 GB of which it uses
    // 4; batch asks for 1 core and 4 GB and uses as much. The management fee of $72 is shared by cost.
    const containers = { web: { cpu: "3", ram: "8" }, batch: { cpu: "1", ram: "4" } };
    const pools = [
      '  - { name: nodes, method: usage, metric: { cpu: "30", ram: "7.5" }, idle: separate }',
      "  - { name: fee, method: proportional, order: last }",
    ].join("\n");
    const usage = [
      used("nodes", "capacity", "8", { metric: "cpu" }),
      used("nodes", "capacity", "32", { metric: "ram" }),
      ...Object.entries(containers).flatMap(([team, { cpu, ram }]) => [
        used("nodes", team, cpu, { metric: "cpu" }),
        used("nodes", team, ram, { metric: "ram" }),
      ]),
    ];
    const amounts = { nodes: "480", fee: "72" };
    const shares = share(sharingConfig(["web", "batch"], pools), amounts, { usage });
    const nodes = exactTotals(shares, { nodes: "480" });
    expect(nodes).toEqual({ web: "150", batch: "60", "idle nodes": "270" });
    expect(exactTotals(shares, { fee: "72" })).toEqual({ web: "360/7", batch: "144/7" });
    // Total cluster cost = workload cost + idle cost + overhead.
    expect(net(Object.values(exactTotals(shares, amounts)))).toBe("552");
  });

  test("shares idle cost by use, or to all alike, where people want it shared", () => {
    const pool = (idle: string) => `  - { name: nodes, method: usage, metric: { cpu: "30" }, idle: ${idle} }`;
    const usage = [
      used("nodes", "capacity", "8", { metric: "cpu" }),
      used("nodes", "web", "3", { metric: "cpu" }),
      used("nodes", "batch", "1", { metric: "cpu" }),
    ];
    const of = (idle: string) =>
      exactTotals(share(sharingConfig(["web", "batch"], pool(idle)), { nodes: "240" }, { usage }), {
        nodes: "240",
      });
    expect(of("share")).toEqual({ web: "180", batch: "60" });
    expect(of("separate")).toEqual({ web: "90", batch: "30", "idle nodes": "120" });
  });
});

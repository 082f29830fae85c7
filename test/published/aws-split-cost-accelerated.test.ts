import { describe, expect, test } from "vitest";
import { divideMachine, type Machine } from "./aws-split-cost.ts";
import { cents, exact, exactTotals, net } from "./exact.ts";

// AWS, Data Exports user guide, "Example of split cost allocation data for accelerated instances": a p3.16xlarge (8 GPU,
// 64 vCPU, 488 GB) for $10 an hour. GPU weigh 9 to 1 of the rest, which is vCPU and memory at 9 to 1: 9, 0.9 and 0.1.
const MACHINE: Machine = {
  pods: ["pod1", "pod2", "pod3", "pod4"],
  resources: [
    { name: "gpu", weight: "9", available: "8", allocated: ["1", "3", "2", "2"] },
    { name: "cpu", weight: "0.9", available: "64", allocated: ["16", "18", "16", "16"] },
    { name: "memory", weight: "0.1", available: "488", allocated: ["100", "140", "100", "100"] },
  ],
};
const COST = { machine: "10" };
const totals = exactTotals(divideMachine(MACHINE, "10", "share"), COST);
const splits = exactTotals(divideMachine(MACHINE, "10", "separate"), COST);

describe("AWS's example of split cost allocation data for accelerated instances", () => {
  test("is ten dollars, with the total cost of each pod within a cent of what is published", () => {
    // AWS rounds between its steps, and so comes to 9.99.
    const published = { pod1: 191, pod2: 326, pod3: 241, pod4: 241 };
    for (const [pod, cent] of Object.entries(published)) {
      const ours = Number(cents(totals[pod] ?? "0").replace(".", ""));
      expect(Math.abs(ours - cent)).toBeLessThanOrEqual(1);
    }
    expect(net(Object.values(totals))).toBe("10");
  });

  test("has the split and unused costs that its formulas come to without rounding between the steps", () => {
    // Pod 1: a GPU of 8, 16 of 66 vCPU, 100 of 488 GB; a unit of weight costs 10 / 178.4.
    const unit = 10 / 178.4;
    const split = (72 / 8 + (57.6 * 16) / 66 + (48.8 * 100) / 488) * unit;
    const { n, d } = exact(splits.pod1 ?? "0");
    expect(Number(n) / Number(d)).toBeCloseTo(split, 12);
    // 48 of 488 GB nobody was allocated, and pod 1 bears 100 of 440 parts of that.
    expect(splits["idle memory"]).toBe("60/223");
    expect(net([totals.pod1 ?? ""], [splits.pod1 ?? ""])).toBe("150/2453");
    expect(Object.keys(splits).filter((name) => name.startsWith("idle"))).toEqual(["idle memory"]);
  });
});

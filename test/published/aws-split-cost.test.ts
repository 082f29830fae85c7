import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { share, sharingConfig, used } from "@tagledger/core/costs/sharing/testing/share";
import { describe, expect, test } from "vitest";
import { divideMachine, type Machine } from "./aws-split-cost.ts";
import { cents, exactTotals, net } from "./exact.ts";

// AWS, Data Exports user guide, "Example of split cost allocation data": an m5.xlarge (4 vCPU, 16 GB) for $1 an hour,
// weights 9:1. Pod 2 used more than it reserved, so that 4.9 of 4 vCPU are allocated, and 14 of 16 GB.
const MACHINE: Machine = {
  pods: ["pod1", "pod2", "pod3", "pod4"],
  resources: [
    { name: "cpu", weight: "9", available: "4", allocated: ["1", "1.9", "1", "1"] },
    { name: "memory", weight: "1", available: "16", allocated: ["4", "6", "2", "2"] },
  ],
};
const COST = { machine: "1" };
const totals = () => exactTotals(divideMachine(MACHINE, "1", "share"), COST);
const splits = () => exactTotals(divideMachine(MACHINE, "1", "separate"), COST);

describe("AWS's example of split cost allocation data", () => {
  test("comes out as published, pod by pod", () => {
    const rounded = Object.entries(totals()).map(([pod, total]) => [pod, cents(total)]);
    expect(Object.fromEntries(rounded)).toEqual({ pod1: "0.23", pod2: "0.40", pod3: "0.19", pod4: "0.19" });
  });

  test("comes out exactly, where AWS publishes namespaces of .42 and .59 for one dollar", () => {
    const { pod1 = "", pod2 = "", pod3 = "", pod4 = "" } = totals();
    expect([net([pod1, pod3]), net([pod2, pod4])]).toEqual(["264/637", "373/637"]);
    expect(net([pod1, pod2, pod3, pod4])).toBe("1");
  });

  test("has AWS's split cost as what idle: separate leaves to pods, and its unused cost as what is idle", () => {
    expect(splits()).toEqual({
      pod1: "139/637",
      pod2: "489/1274",
      pod3: "229/1274",
      pod4: "229/1274",
      "idle memory": "1/26",
    });
  });

  const golden = join(import.meta.dirname, "../../../shared/data/bills/golden/scad_example.json");
  test.skipIf(!existsSync(golden))("comes to every fraction of the golden example", () => {
    const { pods, sumUnused } = JSON.parse(readFileSync(golden, "utf8")) as {
      pods: readonly { pod: string; split_exact: string; unused_exact: string }[];
      sumUnused: string;
    };
    expect(pods).toHaveLength(4);
    for (const { pod, split_exact, unused_exact } of pods) {
      const name = pod.toLowerCase();
      expect(splits()[name]).toBe(split_exact);
      expect(net([totals()[name] ?? ""], [splits()[name] ?? ""])).toBe(unused_exact);
    }
    expect(splits()["idle memory"]).toBe(sumUnused);
  });
});

describe("one pool with the metrics cpu-core-hours 9 and memory-gib-hours 1", () => {
  const POOL = "  - { name: machine, method: usage, metric: { cpu: 9, memory: 1 }, idle: separate }";
  const ofOnePool = (cpu: readonly string[]) => {
    const rows = MACHINE.resources.flatMap(({ name, available, allocated }) => [
      used("machine", "capacity", available, { metric: name }),
      ...MACHINE.pods.map((pod, index) =>
        used("machine", pod, (name === "cpu" ? cpu : allocated)[index] ?? "0", { metric: name }),
      ),
    ]);
    return exactTotals(share(sharingConfig(MACHINE.pods, POOL), COST, { usage: rows }), COST);
  };
  const twoLevels = (cpu: readonly string[]) => {
    const resources = MACHINE.resources.map((each) =>
      each.name === "cpu" ? { ...each, allocated: cpu } : each,
    );
    return exactTotals(divideMachine({ ...MACHINE, resources }, "1", "separate"), COST);
  };

  test("gives AWS's split cost where no resource is allocated more often than there is of it", () => {
    const within = ["1", "0.9", "1", "0.5"];
    const { "idle machine": idle = "", ...pods } = ofOnePool(within);
    const { "idle cpu": cpu = "", "idle memory": memory = "", ...expected } = twoLevels(within);
    expect(pods).toEqual(expected);
    expect(idle).toBe(net([cpu, memory]));
  });

  test("gives another where one is: it weighs what was allocated, not what there is", () => {
    const { pod1 = "" } = ofOnePool(["1", "1.9", "1", "1"]);
    expect(pod1).toBe("130/601");
    expect(splits().pod1).toBe("139/637");
  });
});

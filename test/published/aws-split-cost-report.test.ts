import { diskDeliveries } from "@tagledger/adapters/deliveries/disk";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbBills } from "@tagledger/adapters/duckdb/bills";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { makeFolder, type TestFolder } from "@tagledger/adapters/testing/folder";
import { writeCsv } from "@tagledger/adapters/testing/write";
import { scadUsage } from "@tagledger/adapters/usage/scad/scad";
import { legacy, machineLine, splitLine } from "@tagledger/adapters/usage/scad/testing/split-line";
import { loadConfig } from "@tagledger/core/config/load";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { formatRational } from "@tagledger/core/costs/rational";
import { used } from "@tagledger/core/costs/sharing/testing/share";
import { report } from "@tagledger/core/flows/report";
import { afterEach, beforeEach, expect, test } from "vitest";

// AWS's example of split cost allocation data, as a bill would hold it: a machine, and two lines for each of its pods.
const CONFIG = loadConfig(
  `version: 1
teams: { namespace1: {}, namespace2: {} }
pools:
  - { name: machine, match: { service: AmazonEC2 }, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1 } }
  - { name: cpu, method: usage, metric: { cpu-core-hours: 1 } }
  - { name: memory, method: usage, metric: { memory-gib-hours: 1 } }
`,
  "tagledger.yaml",
).config;

const PODS = [
  { pod: "pod1", namespace: "namespace1", cpu: ["1", "0.1"], memory: ["4", "3"] },
  { pod: "pod2", namespace: "namespace2", cpu: ["1", "1.9"], memory: ["4", "6"] },
  { pod: "pod3", namespace: "namespace1", cpu: ["1", "0.5"], memory: ["2", "2"] },
  { pod: "pod4", namespace: "namespace2", cpu: ["1", "0.5"], memory: ["2", "2"] },
] as const;

const LINES = [
  machineLine("i-0aaa", "m5.xlarge", { line_item_unblended_cost: "1" }),
  ...PODS.flatMap(({ pod, namespace, cpu, memory }) =>
    [["vCPU", cpu] as const, ["GB", memory] as const].map(([what, [reserved, actual]]) =>
      splitLine({ what, reserved, actual, pod, namespace }),
    ),
  ),
];

/** What there is of the machine, which split lines do not tell: its resources consume it. */
const MACHINE = [
  used("machine", "pool:cpu", "4", { metric: "cpu-core-hours" }),
  used("machine", "pool:memory", "16", { metric: "memory-gib-hours" }),
];

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

test("a bill's own split lines divide its machine as AWS's example says, to the fraction", async () => {
  const bill = await writeCsv(folder.at("bill.csv"), LINES.map(legacy));
  const deliveries = diskDeliveries({ periodsOf: async () => ["2026-09"] });
  const { rows } = await scadUsage({
    source: { kind: "scad", pools: ["cpu", "memory"] },
    config: CONFIG,
    places: [bill],
    deliveries: async () => deliveries,
    fetcher: diskFetcher(),
    folder: folder.at("work"),
  }).read({ period: parsePeriod("2026-09"), until: Date.UTC(2026, 9, 1) });
  const ports = { bills: duckdbBills(), usage: { read: async () => [...MACHINE, ...rows] }, hash: nodeHash };
  const { report: made } = await report(ports, {
    config: CONFIG,
    bill: [bill],
    usage: [],
    basis: "effective",
    groupBy: ["team"],
    where: {},
  });
  const machine = made.pools.find(({ pool }) => pool === "machine");
  expect(
    machine?.shares.map(({ team, weight, amount }) => [team, formatRational(weight), formatAmount(amount)]),
  ).toEqual([
    ["namespace1", "264/637", "0.41"],
    ["namespace2", "373/637", "0.59"],
  ]);
  expect(formatAmount(made.totals.shared)).toBe("1");
});

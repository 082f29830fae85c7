import { loadConfig } from "@tagledger/core/config/load";
import { NO_LEAF, sharedLeaf } from "@tagledger/core/costs/leaf";
import { parseAmount } from "@tagledger/core/costs/money";
import { rational } from "@tagledger/core/costs/rational";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import { jsonReport } from "@tagledger/core/reports/render/json";
import type { Report } from "@tagledger/core/reports/report";
import { focusSource } from "@tagledger/core/snapshots/focus-source";
import type { Snapshot, SnapshotPool } from "@tagledger/core/snapshots/snapshot";
import { expect, test } from "vitest";
import { chargeOf } from "../commitments/charges.ts";
import { divided } from "./divided.ts";
import { readFocus } from "./read.ts";

const { config } = loadConfig(
  `version: 1
pools:
  - { name: eks, match: { service: AmazonEC2 }, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1 }, idle: separate }`,
  "tagledger.yaml",
);

const LEAF = { ...NO_LEAF, team: "vision", project: "search" };

const REPORT: Report = {
  period: "2026-09",
  currency: "USD",
  basis: "effective",
  snapshot: "3f9a1c02",
  groupBy: ["team"],
  where: {},
  totals: {
    bill: parseAmount("110.000000001"),
    direct: parseAmount("10.000000001"),
    shared: parseAmount("66.67"),
    unallocated: parseAmount("33.33"),
    excluded: 0n,
  },
  rows: [],
  leaves: [
    { leaf: LEAF, direct: parseAmount("10.000000001"), shared: 0n },
    { leaf: sharedLeaf("ranking"), direct: 0n, shared: parseAmount("33.34") },
    { leaf: sharedLeaf("vision"), direct: 0n, shared: parseAmount("33.33") },
  ],
  established: [],
  pools: [],
  unallocated: [{ reason: "idle", value: "eks", amount: parseAmount("33.33") }],
  reconciliation: {
    billed: 0n,
    bridge: [],
    bill: 0n,
    reported: 0n,
    difference: 0n,
    invoices: [{ issuer: "AWS EMEA SARL", invoice: "EUINV26-1", billed: 0n }],
  },
};

const third = rational(1n, 3n);

const POOL: SnapshotPool = {
  pool: "eks",
  amount: parseAmount("100"),
  method: "usage",
  dividedBy: { method: "usage", usage: "2026-09" },
  metric: { "cpu-core-hours": "9", "memory-gib-hours": "1" },
  quantum: parseAmount("0.01"),
  completeness: null,
  confidence: rational(1n, 1n),
  shares: [
    {
      destination: { kind: "direct", leaf: sharedLeaf("ranking") },
      weight: third,
      amount: parseAmount("33.34"),
      units: 1,
    },
    {
      destination: { kind: "direct", leaf: sharedLeaf("vision") },
      weight: third,
      amount: parseAmount("33.33"),
      units: 0,
    },
    {
      destination: { kind: "unallocated", reason: "idle", value: "eks", leaf: NO_LEAF },
      weight: third,
      amount: parseAmount("33.33"),
      units: 0,
    },
  ],
};

function used(team: string, metric: string, quantity: string): UsageRow {
  const [start, end] = [Date.UTC(2026, 8, 1), Date.UTC(2026, 9, 1)];
  const nothing = { project: null, workload: null, environment: null, experiment: null };
  return {
    start,
    end,
    pool: "eks",
    team,
    metric,
    quantity: parseAmount(quantity),
    ...nothing,
    place: "usage.csv:2",
  };
}

function snapshotOf(usage: readonly UsageRow[]): Snapshot {
  return {
    id: REPORT.snapshot,
    period: REPORT.period,
    currency: REPORT.currency,
    basis: REPORT.basis,
    at: 0,
    bills: [],
    config,
    configuration: "c0ffee",
    usage,
    sources: [],
    report: REPORT,
    pools: [POOL],
    followed: [],
    previous: null,
    difference: null,
    digest: "d16e57",
  };
}

const USAGE = [
  used("ranking", "cpu-core-hours", "2"),
  used("vision", "cpu-core-hours", "1.5"),
  used("vision", "memory-gib-hours", "4.5"),
  used("capacity", "cpu-core-hours", "5.5"),
  used("capacity", "memory-gib-hours", "4.5"),
];

function rowsOf(usage: readonly UsageRow[]) {
  const source = focusSource(snapshotOf(usage), {
    provider: "Somebody else",
    billingAccount: "111122223333",
  });
  return readFocus(renderFocus(source)).rows;
}

test("a snapshot's digits are those of its report, and its one basis stands in for the others", () => {
  const rows = rowsOf(USAGE);
  const { totals } = jsonReport(REPORT);
  expect(rows.map((row) => [row.x_Kind, row.x_Pool, row.x_Team, row.EffectiveCost])).toEqual([
    ["direct", null, "vision", totals.direct],
    ["shared", "eks", "ranking", "33.34"],
    ["shared", "eks", "vision", "33.33"],
    ["unallocated", "eks", null, totals.unallocated],
  ]);
  expect(rows.map((row) => row.ListCost)).toEqual(rows.map((row) => row.EffectiveCost));
  expect(rows[0]?.x_FilledCosts).toBe("BilledCost ContractedCost ListCost");
});

test("what a share used is told by metric, and all ratios are decimals that sum to exactly 1", () => {
  const details = rowsOf(USAGE).map((row) => row.AllocatedMethodDetails);
  expect(details).toEqual([
    null,
    `{"Elements":[{"AllocatedRatio":0.333333333333333333333334,"UsageUnit":"Core-Hours","UsageQuantity":2,"x_Metric":"cpu-core-hours","x_MetricWeight":"9","x_Ratio":"1/3"}]}`,
    `{"Elements":[{"AllocatedRatio":0.25,"UsageUnit":"Core-Hours","UsageQuantity":1.5,"x_Metric":"cpu-core-hours","x_MetricWeight":"9","x_Ratio":"1/4"},{"AllocatedRatio":0.083333333333333333333333,"UsageUnit":"GiB-Hours","UsageQuantity":4.5,"x_Metric":"memory-gib-hours","x_MetricWeight":"1","x_Ratio":"1/12"}]}`,
    `{"Elements":[{"AllocatedRatio":0.333333333333333333333333,"x_Ratio":"1/3"}]}`,
  ]);
});

test("quantities that did not make the shares what they are are not told", () => {
  const [, ranking] = rowsOf([used("ranking", "cpu-core-hours", "2"), used("vision", "cpu-core-hours", "3")]);
  expect(ranking?.AllocatedMethodDetails).toBe(
    `{"Elements":[{"AllocatedRatio":0.333333333333333333333334,"x_Ratio":"1/3"}]}`,
  );
});

test("whose a charge is stands in its tags, or in the allocated ones where it was divided", () => {
  const [direct, shared, , idle] = rowsOf(USAGE);
  expect(direct).toMatchObject({
    Tags: `{"ml-team":"vision","ml-project":"search"}`,
    AllocatedTags: null,
    AllocatedResourceId: null,
    ServiceName: "Direct cost",
    InvoiceId: "EUINV26-1",
    ProviderName: "AWS EMEA SARL",
    ChargePeriodStart: "2026-09-01T00:00:00Z",
    ChargePeriodEnd: "2026-10-01T00:00:00Z",
  });
  expect(shared).toMatchObject({
    Tags: null,
    AllocatedTags: `{"ml-team":"ranking","ml-project":"shared"}`,
    AllocatedResourceId: "team=ranking/project=shared",
    AllocatedResourceName: "ranking / shared",
    AllocatedMethodId: "eks/usage",
    ServiceName: "eks",
  });
  // The part of an origin charge that nobody bears is allocated to nothing.
  expect(idle).toMatchObject({
    AllocatedMethodId: "eks/usage",
    AllocatedResourceId: null,
    AllocatedTags: null,
  });
});

test.each([
  ["even", "even"],
  ["hold", "held"],
])(
  "a pool without usage is named by what took its place where it says %s",
  async (onMissingUsage, method) => {
    const rules = loadConfig(
      `version: 1
teams: { nlp: {}, vision: {} }
pools: [{ name: miss, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 }, onMissingUsage: ${onMissingUsage} }]`,
      "tagledger.yaml",
    ).config;
    const { source } = await divided([chargeOf({ type: "Usage", effective: "100", list: "100" })], rules, []);
    const { rows } = readFocus(renderFocus(source));
    expect(rows.map((row) => row.AllocatedMethodId)).toEqual(rows.map(() => `miss/${method}`));
  },
);

test("usage whose metric weighs nothing is told beside the rows", async () => {
  const line = chargeOf({ type: "Usage", effective: "100", list: "100", team: "vision" });
  const { unweighed } = await divided([line], config, [...USAGE, used("vision", "cpu-hours", "1")]);
  expect(unweighed).toEqual([
    "usage.csv: metric cpu-hours weighs nothing in eks, which asks for cpu-core-hours, memory-gib-hours",
  ]);
});

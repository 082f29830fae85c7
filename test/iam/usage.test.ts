import { loadConfig } from "@tagledger/core/config/load";
import { expect, test } from "vitest";
import { may } from "./asking.ts";
import { FUNCTIONS } from "./granted.ts";
import { HOME, OBSERVED, REGION, STORES } from "./settings.ts";

const WORKSPACE = `arn:aws:aps:${REGION}:${HOME}:workspace/ws-1`;
const { config: MEASURED } = loadConfig(
  `version: 1
bills: [{ s3: "s3://example-billing/exports/ml" }]
pools:
  - { name: lake, match: { service: AmazonS3 }, method: usage, metric: { s3-byte-hours: 1 } }
  - { name: store, match: { service: AmazonDynamoDB }, method: usage, metric: { reads: 1 } }
  - { name: gpus, match: { service: AmazonEC2 }, method: usage, metric: { gpu-hours: 1 } }
usage:
  - { kind: s3-inventory, s3: "s3://inventories/lake/daily", pool: lake }
  - { kind: s3-listing, s3: "s3://models/fraud", pool: lake }
  - { kind: cloudwatch, namespace: FeatureStore, pool: store }
  - { kind: cloudtrail, s3: "s3://trails/AWSLogs", pool: store }
  - { kind: prometheus, url: "https://aps-workspaces.${REGION}.amazonaws.com/workspaces/ws-1", region: ${REGION} }
  - { kind: prometheus, url: "http://prometheus:9090" }
  - { kind: opencost, url: "http://opencost:9003" }
  - { kind: scad }
  - { kind: csv, path: usage }
`,
  "tagledger.yaml",
);
const [{ bucket: DELIVERED } = { bucket: "" }] = STORES.bills.delivered;
const { bucket: CELLS } = STORES.bills.cells;

const READS = [
  ["s3:GetObject", "arn:aws:s3:::inventories/lake/daily/2026-09-01T01-00Z/manifest.json"],
  ["s3:ListBucket", "arn:aws:s3:::inventories"],
  ["s3:ListBucketVersions", "arn:aws:s3:::models"],
  ["s3:GetObject", "arn:aws:s3:::trails/AWSLogs/111122223333/CloudTrail/a.json.gz"],
  ["cloudwatch:GetMetricData", "*"],
  ["cloudwatch:ListMetrics", "*"],
  ["aps:QueryMetrics", WORKSPACE],
] as const;
const { config: UNSPLIT } = loadConfig(
  'version: 1\nbills: [{ s3: "s3://example-billing/exports/ml" }]\n',
  "t.yaml",
);

test.each([
  ["s3:GetObject", `${DELIVERED}/exports/ml/a.parquet`],
  ["s3:GetObjectVersion", `${DELIVERED}/exports/ml/a.parquet`],
  ["s3:ListBucket", DELIVERED],
] as const)("who divides may %s %s only where its split lines are usage", async (action, resource) => {
  expect(await may("allocate", { action, resource }, MEASURED)).toBe(true);
  expect(await may("allocate", { action, resource }, UNSPLIT)).toBe(false);
  expect(await may("on-bill-delivered", { action, resource }, UNSPLIT)).toBe(true);
});

test.each(READS)(
  "who divides may %s %s where usage is there, and nobody else may",
  async (action, resource) => {
    const asking = [];
    for (const name of FUNCTIONS) if (await may(name, { action, resource }, MEASURED)) asking.push(name);
    expect(asking).toEqual(["allocate"]);
    expect(await may("allocate", { action, resource }, OBSERVED)).toBe(false);
  },
);

test.each([
  ["s3:GetObject", `${CELLS}/cells/a.parquet`],
  ["s3:ListBucket", CELLS],
  ["sqs:ReceiveMessage", STORES.queue],
  ["dynamodb:PutItem", STORES.table],
] as const)("who divides may %s of its own", async (action, resource) => {
  expect(await may("allocate", { action, resource }, OBSERVED)).toBe(true);
});

test.each([
  ["s3:PutObject", `${CELLS}/cells/a.parquet`],
  ["s3:DeleteObject", `${CELLS}/cells/a.parquet`],
  ["s3:GetObject", `${DELIVERED}/exports/other/a.parquet`],
  ["s3:GetObject", "arn:aws:s3:::models/fraud/weights"],
  ["s3:GetObject", "arn:aws:s3:::inventories/another/manifest.json"],
  ["s3:PutObject", "arn:aws:s3:::inventories/lake/daily/manifest.json"],
  ["aps:QueryMetrics", WORKSPACE.replace("ws-1", "ws-2")],
  ["aps:RemoteWrite", WORKSPACE],
  ["cloudwatch:PutMetricData", "*"],
  ["events:PutEvents", STORES.bus],
] as const)("who divides may not %s %s", async (action, resource) => {
  expect(await may("allocate", { action, resource }, MEASURED)).toBe(false);
});

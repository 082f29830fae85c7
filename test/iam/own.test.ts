import { expect, test } from "vitest";
import { may } from "./asking.ts";
import { FUNCTIONS } from "./granted.ts";
import { MEMBER, OBSERVED, REACH, REGION, STORES } from "./settings.ts";

const [{ bucket: DELIVERED } = { bucket: "" }] = STORES.bills.delivered;
const { bucket: CELLS } = STORES.bills.cells;

test.each([
  ["on-due", "events:PutEvents", STORES.bus],
  ["on-due", "dynamodb:Query", `${STORES.table}/index/due`],
  ["on-due", "dynamodb:DeleteItem", STORES.table],
  ["on-due", "logs:PutLogEvents", `${STORES.logs}:log-stream:a`],
  ["on-due", "xray:PutTraceSegments", "*"],
  ["on-resource-event", "sqs:ReceiveMessage", STORES.queue],
  ["on-resource-event", "sqs:DeleteMessage", STORES.queue],
  ["on-resource-event", "s3:GetObject", `${STORES.config.bucket}/${STORES.config.key}`],
  ["sweep", "dynamodb:PutItem", STORES.table],
  ["on-bill-delivered", "sqs:ReceiveMessage", STORES.queue],
  ["on-bill-delivered", "dynamodb:PutItem", STORES.table],
  ["on-bill-delivered", "s3:ListBucket", DELIVERED],
  ["on-bill-delivered", "s3:GetObject", `${DELIVERED}/exports/ml/a-Manifest.json`],
  ["on-bill-delivered", "s3:ListBucket", CELLS],
  ["on-bill-delivered", "s3:GetObject", `${CELLS}/cells/a.parquet`],
  ["on-bill-delivered", "s3:PutObject", `${CELLS}/cells/a.parquet`],
  ["on-bill-delivered", "s3:DeleteObject", `${CELLS}/cells/a.parquet`],
] as const)("%s may %s of its own, also while all is observed", async (asker, action, resource) => {
  expect(await may(asker, { action, resource }, OBSERVED)).toBe(true);
});

test.each([
  ["s3:PutObject", `${DELIVERED}/exports/ml/a-Manifest.json`],
  ["s3:DeleteObject", `${DELIVERED}/exports/ml/a-Manifest.json`],
  ["s3:GetObject", `${DELIVERED}/exports/another/a-Manifest.json`],
  ["s3:GetObject", `${DELIVERED}/exports/mlops/a-Manifest.json`],
  ["s3:PutObject", `${CELLS}/a`],
  ["events:PutEvents", STORES.bus],
  ["ce:UpdateCostAllocationTagsStatus", "*"],
] as const)("who takes in bills may not %s %s", async (action, resource) => {
  expect(await may("on-bill-delivered", { action, resource, region: "us-east-1" })).toBe(false);
});

test("who takes in bills asks which tags stand in them, and nobody else does", async () => {
  const ask = { action: "ce:ListCostAllocationTags", region: "us-east-1" };
  const asking = [];
  for (const name of FUNCTIONS) if (await may(name, ask)) asking.push(name);
  expect(asking).toEqual(["on-bill-delivered"]);
});

const PRICING = FUNCTIONS.filter(
  (name) => !["allocate", "monthly-email", "on-bill-delivered"].includes(name),
);

test.each(PRICING)("%s asks for prices where their list is", async (asker) => {
  expect(await may(asker, { action: "pricing:GetProducts", region: "us-east-1" })).toBe(true);
  expect(await may(asker, { action: "pricing:GetProducts", region: REGION })).toBe(false);
});

test.each([
  ["on-due", REACH.roles.remediation],
  ["sweep", REACH.roles.reader],
] as const)("%s takes on the role of member accounts that is for it, and no other", async (asker, own) => {
  for (const role of Object.values(REACH.roles)) {
    const ask = { action: "sts:AssumeRole", resource: `arn:aws:iam::${MEMBER}:role/${role}` };
    expect(await may(asker, ask), role).toBe(role === own);
    expect(await may("on-resource-event", ask), role).toBe(false);
  }
});

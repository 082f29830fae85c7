import { expect, test } from "vitest";
import { may } from "./asking.ts";
import { FUNCTIONS } from "./granted.ts";
import { MEMBER, OBSERVED, REACH, REGION, STORES } from "./settings.ts";

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
] as const)("%s may %s of its own, also while all is observed", async (asker, action, resource) => {
  expect(await may(asker, { action, resource }, OBSERVED)).toBe(true);
});

test.each(FUNCTIONS)("%s asks for prices where their list is", async (asker) => {
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

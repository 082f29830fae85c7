import { configOf } from "@tagledger/core/config/testing/config-of";
import { reachPolicies } from "@tagledger/core/policy/own-iam";
import { describe, expect, test } from "vitest";
import { actionOf, changes } from "./actions.ts";
import { ASKERS, allowedActions, granted } from "./granted.ts";
import { EVERYTHING, OBSERVED, REACH } from "./settings.ts";

describe("while all is observed,", () => {
  /** What is ours, and what says how we do. */
  const OWN = [
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "events:PutEvents",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "s3:AbortMultipartUpload",
    "s3:DeleteObject",
    "s3:PutObject",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sts:AssumeRole",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
  ];

  test.each(ASKERS)("%s may change nothing but what is our own", async (asker) => {
    const writes = [];
    for (const name of allowedActions(granted(asker, OBSERVED))) {
      const action = await actionOf(name);
      if (action === null || changes(action)) writes.push(name);
    }
    expect(writes.filter((name) => !OWN.includes(name))).toEqual([]);
  });

  test("what takes in events may not even look", () => {
    expect(reachPolicies("on-resource-event", OBSERVED, REACH)).toEqual([]);
    expect(reachPolicies("on-resource-event", EVERYTHING, REACH)).toEqual([]);
  });

  test("to be told is no reason to write", async () => {
    const told = configOf("enforcement: { default: { mode: notify } }");
    expect(allowedActions(granted("remediation", told))).not.toContain("ec2:CreateTags");
    expect(allowedActions(granted("remediation", told))).not.toContain("ec2:StopInstances");
    expect(allowedActions(granted("remediation", told))).toContain("ec2:DescribeInstanceAttribute");
  });
});

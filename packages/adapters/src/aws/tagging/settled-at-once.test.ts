import type { Tagging } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { settledAtOnce } from "./settled-at-once.ts";
import { makeTagging } from "./testing/make-tagging.ts";

const TEAM = { set: { "ml-team": "vision" } };

test("a tagging without tags and keys does nothing, whatever it is for", () => {
  expect(settledAtOnce(makeTagging("ec2", "volume/vol-1"))).toBeNull();
  expect(settledAtOnce(makeTagging("iam", "role/trainer"))).toBeNull();
});

test("what can be asked for is asked", () => {
  expect(settledAtOnce(makeTagging("ec2", "volume/vol-1", TEAM))).toBeUndefined();
  expect(settledAtOnce(makeTagging("codebuild", "project/train", { remove: ["ml-tema"] }))).toBeUndefined();
});

test.each([
  ["set", { set: { "aws:createdBy": "ada" } }, "aws:createdBy"],
  ["removed", { ...TEAM, remove: ["AWS:cloudformation:stack-name"] }, "AWS:cloudformation:stack-name"],
])("a key of AWS itself is not %s, and named", (_, change, key) => {
  expect(settledAtOnce(makeTagging("ec2", "volume/vol-1", change))).toMatchObject({
    refused: "unsupported",
    message: expect.stringContaining(key),
  });
});

test.each(["iam:role", "cloudformation:stack"])("tags of %s change only with it", (type) => {
  expect(settledAtOnce(makeTagging("any", "thing", { ...TEAM, type }))).toMatchObject({
    refused: "unsupported",
    message: expect.stringContaining(type),
  });
});

test("what has no ARN needs an id that its service takes, and a known place", () => {
  const group = (more: object): Tagging => ({
    target: {
      ...makeSought("autoscaling", "", { type: "autoscaling:autoScalingGroup", id: "scorers" }),
      arn: null,
      ...more,
    },
    remove: [],
    ...TEAM,
  });
  expect(settledAtOnce(group({}))).toBeUndefined();
  expect(settledAtOnce(group({ region: null }))).toMatchObject({ refused: "unsupported" });
  expect(settledAtOnce(group({ account: null }))).toMatchObject({ refused: "unsupported" });
  expect(settledAtOnce(group({ type: "rds:db" }))).toMatchObject({ refused: "unsupported" });
});

import { expect, test } from "vitest";
import { changes, reads } from "./verbs.ts";

test.each(["DescribeInstances", "ListTags", "GetObject", "BatchGetItem", "HeadBucket", "SearchResources"])(
  "%s only reads",
  (name) => {
    expect(reads(name)).toBe(true);
  },
);

test.each([
  "TerminateInstances",
  "DeleteBucket",
  "BatchDeleteImage",
  "StopTrainingJob",
  "UpdateEndpoint",
  "ModifyInstanceAttribute",
  "AttachVolume",
  "PutBucketPolicy",
  "AuthorizeSecurityGroupIngress",
])("%s creates nothing", (name) => {
  expect(changes(name)).toBe(true);
  expect(reads(name)).toBe(false);
});

test.each([
  "CreateWidget",
  "StartWidget",
  "PutWidget",
  "Listen",
  "Getaway",
  "AddTagsToWidget",
  "TagWidget",
  "Settle",
  "ImportWidget",
])("%s may create something", (name) => {
  expect(changes(name) || reads(name)).toBe(false);
});

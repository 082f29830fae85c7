import { expect, test } from "vitest";
import { typeFacts } from "../../catalog/facts-of-type.ts";
import { removalOf } from "./removal.ts";
import { TYPES } from "./types.ts";

test.each([
  ["ec2:CreateTags", "ec2:DeleteTags"],
  ["sqs:TagQueue", "sqs:UntagQueue"],
  ["sagemaker:AddTags", "sagemaker:DeleteTags"],
  ["elasticmapreduce:AddTags", "elasticmapreduce:RemoveTags"],
  ["s3:PutBucketTagging", "s3:PutBucketTagging"],
] as const)("what %s sets, %s takes off", (set, removal) => {
  expect(removalOf(set)).toBe(removal);
});

test("of every call of the catalog that sets tags it is known which takes them off", () => {
  for (const type of TYPES) {
    const { write } = typeFacts(type).liveTags;
    if (write !== null) expect(removalOf(write.call)).toMatch(/^[a-z0-9-]+:[A-Z]\w+$/);
  }
});

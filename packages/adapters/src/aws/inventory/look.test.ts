import { expect, test } from "vitest";
import { lookAt } from "./look.ts";
import { makeSought, PLACE } from "./testing/make-sought.ts";

const nowhere = { clientsFor: () => null, places: [PLACE] };

test("what is in an account that we cannot enter is denied", async () => {
  expect(await lookAt([makeSought("ec2", "volume/vol-1")], nowhere)).toEqual([{ miss: "denied" }]);
});

test("what has no ARN, or may be in any account, cannot be read", async () => {
  const group = makeSought("autoscaling", "");
  const bucket = { ...makeSought("s3", ""), arn: "arn:aws:s3:::models", account: null };
  const reach = { ...nowhere, places: [PLACE, { account: "444455556666", region: "eu-west-1" }] };
  expect(await lookAt([{ ...group, arn: null }, bucket], reach)).toEqual([
    { miss: "unreadable" },
    { miss: "unreadable" },
  ]);
});

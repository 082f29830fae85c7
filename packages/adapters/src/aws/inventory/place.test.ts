import { expect, test } from "vitest";
import { placeOf } from "./place.ts";
import { makeSought, PLACE } from "./testing/make-sought.ts";

const HERE = [PLACE, { ...PLACE, region: "us-east-1" }];
const OTHERS = [...HERE, { account: "444455556666", region: "eu-west-1" }];
const BUCKET = { ...makeSought("s3", ""), arn: "arn:aws:s3:::models", account: null, region: null };

test("a resource is where its ARN says, whatever an event said", () => {
  const sought = makeSought("ec2", "volume/vol-1", { account: "9", region: "us-east-1" });
  expect(placeOf(sought, [])).toEqual(PLACE);
});

test("one whose ARN does not say is where the event was", () => {
  expect(placeOf({ ...BUCKET, account: "444455556666", region: "eu-west-2" }, OTHERS)).toEqual({
    account: "444455556666",
    region: "eu-west-2",
  });
});

test("one of no region is asked for in the first of its account, one of no account in the only one", () => {
  expect(placeOf({ ...BUCKET, account: "444455556666" }, OTHERS)?.region).toBe("eu-west-1");
  expect(placeOf(BUCKET, HERE)).toEqual(PLACE);
});

test("one that may be anywhere is nowhere", () => {
  expect(placeOf(BUCKET, OTHERS)).toBeNull();
  expect(placeOf({ ...BUCKET, account: "999999999999" }, OTHERS)).toBeNull();
});

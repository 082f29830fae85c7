import { expect, test } from "vitest";
import type { Lister } from "./lister.ts";
import { makeSought, PLACE } from "./testing/make-sought.ts";
import { wholeOf } from "./whole.ts";

const VOLUME = makeSought("ec2", "volume/vol-1");
const BUCKET = makeSought("s3", "", { arn: "arn:aws:s3:::models", type: "s3:bucket" });

const LISTERS: Lister[] = [
  { types: ["ec2:volume"], calls: [], async *list() {} },
  { types: ["s3:bucket"], calls: [], ofAllRegions: true, async *list() {} },
];
const whole = wholeOf(LISTERS, [PLACE], new Set(["withheld"]));

test("a list holds all of the types that are listed as a whole", () => {
  expect(whole(VOLUME)).toBe(true);
  expect(whole(makeSought("ec2", "route-table/rtb-1"))).toBe(false);
});

test("a list holds nothing of other accounts and regions", () => {
  expect(whole(makeSought("ec2", "volume/vol-1", { arn: "", region: "us-east-1" }))).toBe(false);
  expect(whole({ ...VOLUME, arn: VOLUME.arn.replace(PLACE.account, "444455556666") })).toBe(false);
});

test("a list of all regions holds what is in others", () => {
  expect(whole({ ...BUCKET, region: "us-east-1" })).toBe(true);
  expect(whole({ ...BUCKET, account: "444455556666" })).toBe(false);
});

test("a list does not hold what is there and could not be read", () => {
  expect(whole({ ...VOLUME, resource: "withheld" })).toBe(false);
});

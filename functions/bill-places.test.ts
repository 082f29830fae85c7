import { configOf } from "@tagledger/core/config/testing/config-of";
import { expect, test } from "vitest";
import { isWithin, placesOfBills } from "./bill-places.ts";

const CONFIG = configOf(
  "bills: [{ s3: s3://billing/exports/ml }, { path: bills }, { s3: s3://billing/cur }]",
);

test("bills in S3 are looked for where the deployment has them delivered, and where the configuration says", () => {
  expect(placesOfBills(CONFIG, "s3://made")).toEqual([
    "s3://made",
    "s3://billing/exports/ml",
    "s3://billing/cur",
  ]);
  expect(placesOfBills(CONFIG, undefined)).toEqual(["s3://billing/exports/ml", "s3://billing/cur"]);
});

test("a place that the configuration names again is looked at once", () => {
  expect(placesOfBills(CONFIG, "s3://billing/cur")).toEqual(["s3://billing/cur", "s3://billing/exports/ml"]);
});

test.each([
  ["s3://billing/cur/ml-Manifest.json", "s3://billing", true],
  ["s3://billing/cur/ml-Manifest.json", "s3://billing/cur", true],
  ["s3://billing/cur/ml-Manifest.json", "s3://billing/cur/", true],
  ["s3://billing/cur/ml-Manifest.json", "s3://billing/cur/ml-Manifest.json", true],
  ["s3://billing/curious/ml-Manifest.json", "s3://billing/cur", false],
  ["s3://billing-2/cur/ml-Manifest.json", "s3://billing", false],
])("whether %s is in %s: %s", (object, place, expected) => {
  expect(isWithin(object, place)).toBe(expected);
});

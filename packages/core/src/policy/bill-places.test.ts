import { expect, test } from "vitest";
import { configOf } from "../config/testing/config-of.ts";
import { billPlaces } from "./bill-places.ts";

test("bills are delivered into buckets, and below a prefix where there is one; folders of a disk are none", () => {
  const config = configOf(
    "bills: [{ s3: s3://billing }, { s3: s3://billing/ }, { path: bills }, { s3: s3://billing/exports/ml/ }]",
  );
  expect(billPlaces(config)).toEqual([
    { bucket: "billing", prefix: "" },
    { bucket: "billing", prefix: "" },
    { bucket: "billing", prefix: "exports/ml" },
  ]);
});

test("a configuration without bills names no place", () => {
  expect(billPlaces(configOf(""))).toEqual([]);
});

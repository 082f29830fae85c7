import { expect, test } from "vitest";
import { placeOfListed } from "./s3-listed.ts";

const EXPORT = "cur2/metadata/BILLING_PERIOD=2026-09/cur2-Manifest.json";
const DATA = "cur2/data/BILLING_PERIOD=2026-09/cur2-00001.snappy.parquet";
const LEGACY = "ml/20260901-20261001/ml-Manifest.json";

test.each([
  [
    "where it is listed",
    `s3://ours/exports/${DATA}`,
    `s3://ours/exports/${EXPORT}`,
    `s3://ours/exports/${DATA}`,
  ],
  [
    "in the manifest's bucket",
    `s3://ours/exports/${DATA}`,
    `s3://copy/exports/${EXPORT}`,
    `s3://copy/exports/${DATA}`,
  ],
  ["below another prefix", `s3://ours/a/b/${DATA}`, `s3://copy/c/${EXPORT}`, `s3://copy/c/${DATA}`],
  ["below no prefix", `s3://ours/a/b/${DATA}`, `s3://copy/${EXPORT}`, `s3://copy/${DATA}`],
  [
    "in the folder of its run",
    "s3://ours/a/cur2/data/BILLING_PERIOD=2026-09/2026-09-05T00:15:07.123Z-aa/x.csv.gz",
    "s3://copy/cur2/metadata/BILLING_PERIOD=2026-09/2026-09-05T00:15:07.123Z-aa/cur2-Manifest.json",
    "s3://copy/cur2/data/BILLING_PERIOD=2026-09/2026-09-05T00:15:07.123Z-aa/x.csv.gz",
  ],
  [
    "by its key, of a legacy report",
    "cur/ml/20260901-20261001/run-1/ml-1.csv.gz",
    `s3://copy/other/${LEGACY}`,
    "s3://copy/other/ml/20260901-20261001/run-1/ml-1.csv.gz",
  ],
  [
    "by its key, of a legacy report in Parquet",
    "cur/ml/ml/year=2026/month=9/ml-00001.snappy.parquet",
    `s3://copy/other/${LEGACY}`,
    "s3://copy/other/ml/ml/year=2026/month=9/ml-00001.snappy.parquet",
  ],
  [
    "by its key, of a legacy report without a prefix",
    "/ml/20260901-20261001/run-1/ml-1.csv.gz",
    `s3://ours//${LEGACY}`,
    "s3://ours//ml/20260901-20261001/run-1/ml-1.csv.gz",
  ],
])("a listed object lies %s", (_, location, manifest, place) => {
  expect(placeOfListed(location, manifest)).toBe(place);
});

test("the key counts where no folder tells what was copied", () => {
  expect(placeOfListed("s3://ours/bill/a.parquet", "s3://copy/x/Manifest.json")).toBe(
    "s3://copy/bill/a.parquet",
  );
});

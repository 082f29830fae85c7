import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Delivery } from "./delivery.ts";
import { versionId } from "./version-id.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const delivery: Delivery = {
  export: "ml",
  period: "2026-09",
  execution: "run-1",
  manifest: "/bills/ml-Manifest.json",
  tag: "manifest-1",
  deliveredAt: 1,
  parts: [{ place: "/bills/ml-1.parquet", tag: "disk-1", bytes: 10 }],
};
const inBucket = (tag: string) => ({
  ...delivery,
  parts: [{ place: "s3://bills/ml-1.parquet", tag, bytes: 10 }],
});

test("a delivery that was copied is the same version", () => {
  const copied = {
    ...delivery,
    manifest: "/copy/m.json",
    deliveredAt: 9,
    parts: [{ place: "/copy/1", tag: "disk-2", bytes: 10 }],
  };
  expect(versionId(copied, sha256)).toBe(versionId(delivery, sha256));
});

test.each([
  ["of another run", { ...delivery, execution: "run-2" }],
  ["with another manifest", { ...delivery, tag: "manifest-2" }],
  ["of another month", { ...delivery, period: "2026-10" }],
  [
    "with a part of another size",
    { ...delivery, parts: [{ place: "/bills/ml-1.parquet", tag: "disk-1", bytes: 11 }] },
  ],
])("a delivery %s is another version", (_, other) => {
  expect(versionId(other, sha256)).not.toBe(versionId(delivery, sha256));
});

test("a part that was replaced in a bucket makes another version", () => {
  expect(versionId(inBucket("e2"), sha256)).not.toBe(versionId(inBucket("e1"), sha256));
});

import { expect, test } from "vitest";
import { deliveryOf } from "./delivery.ts";
import { foundManifest } from "./newest.ts";
import type { DeliverySource } from "./source.ts";

const PART = "s3://billing/exports/ml/data/BILLING_PERIOD=2026-09/ml-00001.snappy.parquet";
const MANIFEST = "s3://billing/exports/ml/metadata/BILLING_PERIOD=2026-09/ml-Manifest.json";
const AT = Date.UTC(2026, 9, 2);
const text = JSON.stringify({
  exportArn: "arn:aws:bcm-data-exports:us-east-1:999988887777:export/ml-1",
  executionId: "run-1",
  dataFiles: [PART],
});

/** A bucket in which the part was written at some time, and perhaps copied elsewhere. */
function sourceWith(writtenAt: number, place = PART): DeliverySource {
  const part = { place, tag: "etag", bytes: 10, writtenAt };
  return {
    list: async () => [],
    look: async () => part,
    read: async () => ({ text, tag: "m1" }),
    listed: async () => place,
    periodsOf: async () => [],
  };
}

const manifest = foundManifest({ place: MANIFEST, tag: "m1", bytes: 9, writtenAt: AT });
const DAY = 86_400_000;

test("a part that was written after the manifest that lists it is of the next delivery, which is waited for", async () => {
  await expect(deliveryOf(sourceWith(AT + DAY), manifest)).rejects.toMatchObject({
    code: "outside-failure",
    message: expect.stringContaining("is being replaced"),
  });
});

test("parts that were written before their manifest are delivered, and copies may be of any age", async () => {
  const { delivery } = await deliveryOf(sourceWith(AT - DAY), manifest);
  expect([delivery.period, delivery.deliveredAt]).toEqual(["2026-09", AT]);
  const copied = PART.replace("billing", "elsewhere");
  const { delivery: copy } = await deliveryOf(sourceWith(AT + DAY, copied), manifest);
  expect(copy.deliveredAt).toBe(AT + DAY);
});

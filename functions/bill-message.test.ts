import { describe, expect, test } from "vitest";
import { readBillMessage } from "./bill-message.ts";

/** What S3 tells of an object, as AWS documents it. */
const created = {
  version: "0",
  id: "17793124-05d4-b198-2fde-7ededc63b103",
  "detail-type": "Object Created",
  source: "aws.s3",
  account: "111122223333",
  time: "2026-10-02T09:12:44Z",
  region: "eu-central-1",
  resources: ["arn:aws:s3:::billing"],
  detail: {
    version: "0",
    bucket: { name: "billing" },
    object: {
      key: "exports/ml/metadata/BILLING_PERIOD=2026-09/ml-Manifest.json",
      size: 5,
      etag: "b1946ac92492d2347c6235b4d2611184",
      sequencer: "617f08299329d189",
    },
    "request-id": "N4N7GDK58NMKJ12R",
    requester: "bcm-data-exports.amazonaws.com",
    reason: "PutObject",
  },
};

test("the place of a manifest is that of the object that S3 was given", () => {
  expect(readBillMessage(JSON.stringify(created))).toEqual({
    kind: "manifest",
    place: "s3://billing/exports/ml/metadata/BILLING_PERIOD=2026-09/ml-Manifest.json",
  });
});

test("the clock has all places looked at", () => {
  expect(readBillMessage('{"look":"all"}')).toEqual({ kind: "look" });
});

describe("what is no message of bills is refused:", () => {
  test.each([
    ["text that is no JSON", "<html>"],
    ["nothing at all", ""],
    ["a list", "[1]"],
    ["the wish to look at something else", '{"look":"some"}'],
    ["an object that was removed", JSON.stringify({ ...created, "detail-type": "Object Deleted" })],
    ["an event of another service", JSON.stringify({ ...created, source: "aws.sqs" })],
    ["an object without a key", JSON.stringify({ ...created, detail: { bucket: { name: "billing" } } })],
  ])("%s", (_, body) => {
    expect(() => readBillMessage(body)).toThrow(/neither an object/);
  });
});

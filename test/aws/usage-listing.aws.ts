import {
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
} from "@aws-sdk/client-s3";
import { HOUR } from "@tagledger/adapters/usage/hours";
import { s3ListingUsage } from "@tagledger/adapters/usage/s3-listing/source";
import { formatAmount } from "@tagledger/core/costs/money";
import { type Period, periodAt } from "@tagledger/core/costs/period";
import { expect, test } from "vitest";
import { bucketForEachTest } from "./local/bucket-for-each-test.ts";

const bucket = bucketForEachTest("models");

const put = (key: string, bytes: number) => bucket.put(key, "x".repeat(bytes));

/** The month after the one in which the objects were written: they were there all the time. */
const following = (): Period => periodAt(periodAt(Date.now()).end);

interface Listed {
  readonly place?: string;
  readonly prefixes?: Record<string, string>;
  readonly limit?: number;
  readonly hours?: number;
}

async function read({ place = "", prefixes, limit, hours = 10 }: Listed = {}) {
  const period = following();
  const s3 = `s3://${bucket.name}${place}`;
  const source = { kind: "s3-listing", s3, pool: "models", prefixes } as const;
  const now = () => period.start + hours * HOUR;
  const options =
    limit === undefined
      ? { source, client: bucket.client, now }
      : { source, client: bucket.client, now, limit };
  const { rows, ...rest } = await s3ListingUsage(options).read({ period, until: now() });
  return { ...rest, used: Object.fromEntries(rows.map((row) => [row.team, formatAmount(row.quantity)])) };
}

test("a bucket is summed by its first folders, or by the longest prefix", async () => {
  await put("fraud/a", 10);
  await put("fraud/b c/ü", 5);
  await put("vision/c", 7);
  await put("loose", 1);
  const coverage = [{ pool: "models", metric: "s3-byte-hours", hours: 10, of: 10 }];
  expect(await read()).toMatchObject({
    used: { fraud: "150", vision: "70", "unowned:(root)": "10" },
    coverage,
  });
  expect((await read({ prefixes: { "fraud/": "f", "fraud/b c/": "g" } })).used).toEqual({
    f: "100",
    g: "50",
    "unowned:vision": "70",
    "unowned:(root)": "10",
  });
});

test("below a prefix folders are counted from there", async () => {
  await put("models/fraud/a", 10);
  await put("models/b", 1);
  await put("data/vision/c", 7);
  expect((await read({ place: "/models/" })).used).toEqual({ fraud: "100", "unowned:(root)": "10" });
});

test("versions that were replaced or deleted take room as long as they are kept", async () => {
  const VersioningConfiguration = { Status: "Enabled" } as const;
  await bucket.client.send(new PutBucketVersioningCommand({ Bucket: bucket.name, VersioningConfiguration }));
  await put("fraud/a", 10);
  await put("fraud/a", 20);
  await put("fraud/b", 5);
  await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key: "fraud/b" }));
  expect((await read()).used).toEqual({ fraud: "350" });
});

test("more than a page is listed whole", async () => {
  for (let from = 0; from < 1100; from += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, index) => put(`fraud/${from + index}`, 1)));
  }
  expect((await read()).used).toEqual({ fraud: "11000" });
});

test("a bucket of too many objects is refused, and what to do is said", async () => {
  await put("fraud/a", 1);
  await put("fraud/b", 1);
  await expect(read({ limit: 1 })).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining("let S3 Inventory list them, and name that as kind: s3-inventory"),
  });
});

test("an object counts since it was written, and what the listing cannot see is said", async () => {
  await put("fraud/a", 1);
  await bucket.client.send(new CreateMultipartUploadCommand({ Bucket: bucket.name, Key: "fraud/large" }));
  const period = periodAt(Date.now());
  const later = Date.now() + 2 * HOUR;
  const source = { kind: "s3-listing", s3: `s3://${bucket.name}`, pool: "models" } as const;
  const usage = s3ListingUsage({ source, client: bucket.client, now: () => later });
  const { rows, notes } = await usage.read({ period: { ...period, end: later + HOUR }, until: later });
  const hours = Number(formatAmount(rows[0]?.quantity ?? 0n));
  expect(hours).toBeGreaterThanOrEqual(2);
  expect(hours).toBeLessThan(2.05);
  expect(notes.join()).toContain("incomplete multipart uploads are not counted (1 there now)");
  expect(notes.join()).toContain("what was deleted or written over for good before is not known");
});

test("of a month that has ended what is left counts, and no hour is known", async () => {
  await put("fraud/a", 10);
  const period = following();
  const source = { kind: "s3-listing", s3: `s3://${bucket.name}`, pool: "models" } as const;
  const within = { period: { ...period, end: period.start + 10 * HOUR }, until: period.start + 10 * HOUR };
  const at = async (look: number) =>
    s3ListingUsage({ source, client: bucket.client, now: () => look }).read(within);
  const hour = { pool: "models", metric: "s3-byte-hours", of: 10 };
  const ended = await at(within.until);
  expect(ended.coverage).toEqual([{ ...hour, hours: 0 }]);
  expect(ended.rows.map(({ quantity }) => formatAmount(quantity))).toEqual(["100"]);
  expect(ended.notes.join()).toContain("the month had ended at this look");
  const before = await at(within.until - HOUR);
  expect(before.coverage).toEqual([{ ...hour, hours: 9 }]);
  expect(before.notes.join()).not.toContain("ended");
});

test("a bucket that is not there is refused", async () => {
  const source = { kind: "s3-listing", s3: "s3://not-there", pool: "models" } as const;
  const period = following();
  const usage = s3ListingUsage({ source, client: bucket.client, now: () => period.end });
  await expect(usage.read({ period, until: period.end })).rejects.toMatchObject({
    code: "bad-input",
    message: "s3://not-there: there is no such bucket",
  });
});

import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { awsClients } from "@tagledger/adapters/aws/inventory/clients";
import { HOUR } from "@tagledger/adapters/usage/hours";
import { s3ListingUsage } from "@tagledger/adapters/usage/s3-listing/source";
import { formatAmount } from "@tagledger/core/costs/money";
import { type Period, periodAt } from "@tagledger/core/costs/period";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

let moto: Moto;
let client: S3Client;
let bucket: string;
let buckets = 0;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const place = { account: MOTO_ACCOUNT, region: "eu-central-1" };
  client = awsClients({ ...place, endpoint: moto.endpoint, credentials }).of(S3Client);
});
afterAll(() => moto?.stop());
beforeEach(async () => {
  bucket = `models-${++buckets}`;
  const CreateBucketConfiguration = { LocationConstraint: "eu-central-1" } as const;
  await client.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration }));
});

const put = (Key: string, bytes: number) =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "x".repeat(bytes) }));

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
  const s3 = `s3://${bucket}${place}`;
  const source = { kind: "s3-listing", s3, pool: "models", prefixes } as const;
  const now = () => period.start + hours * HOUR;
  const options = limit === undefined ? { source, client, now } : { source, client, now, limit };
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
  await client.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
  await put("fraud/a", 10);
  await put("fraud/a", 20);
  await put("fraud/b", 5);
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: "fraud/b" }));
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
  await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: "fraud/large" }));
  const period = periodAt(Date.now());
  const later = Date.now() + 2 * HOUR;
  const source = { kind: "s3-listing", s3: `s3://${bucket}`, pool: "models" } as const;
  const usage = s3ListingUsage({ source, client, now: () => later });
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
  const source = { kind: "s3-listing", s3: `s3://${bucket}`, pool: "models" } as const;
  const within = { period: { ...period, end: period.start + 10 * HOUR }, until: period.start + 10 * HOUR };
  const at = async (look: number) => s3ListingUsage({ source, client, now: () => look }).read(within);
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
  const usage = s3ListingUsage({ source, client, now: () => period.end });
  await expect(usage.read({ period, until: period.end })).rejects.toMatchObject({
    code: "bad-input",
    message: "s3://not-there: there is no such bucket",
  });
});

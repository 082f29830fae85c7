import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCharges } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
const BUCKET = "billing";
const KEPT = ["--cells", `s3://${BUCKET}/cells`];
/** For moto to be installed. */
const FIRST_TIME = 600_000;
const AT = Date.UTC(2026, 9, 2);

const folder = mkdtempSync(join(tmpdir(), "tagledger-ingest-aws-"));
const main = join(import.meta.dirname, "../../packages/cli/bin/tagledger.js");
let moto: Moto;
let s3: S3Client;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  s3 = new S3Client({ endpoint: moto.endpoint, region: REGION, credentials });
  const LocationConstraint = REGION;
  await s3.send(
    new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint } }),
  );
  writeFileSync(join(folder, "tagledger.yaml"), RULES);
}, FIRST_TIME);

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await moto?.stop();
});

/** The command line, with credentials for the emulator as a person has them. */
async function tagledger(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: {
      ...process.env,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { status: child.exitCode, stdout, stderr };
}

/** Delivers a version into the bucket, the manifest last. */
async function deliver(seed: number): Promise<void> {
  await deliverCur2(folder, makeCharges(600, seed), { run: `run-${seed}`, at: AT + seed });
  const files = readdirSync(join(folder, "exports"), { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, "exports", name)).isFile())
    .sort((a, b) => Number(a.endsWith(".json")) - Number(b.endsWith(".json")));
  for (const name of files) {
    const path = join(folder, "exports", name);
    const Body = createReadStream(path);
    const ContentLength = statSync(path).size;
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: `exports/${name}`, Body, ContentLength }));
  }
}

async function keys(prefix: string): Promise<readonly string[]> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
  return Contents.flatMap(({ Key }) => Key ?? []);
}

test("a bill in a bucket is taken in, restated, compared and reported, with its cells in the bucket", async () => {
  const [ledger, place] = [["--ledger", "ledger.sqlite"], `s3://${BUCKET}/exports`];
  await deliver(1);
  const first = await tagledger("ingest", place, ...ledger, ...KEPT);
  expect(first.stderr).toBe("");
  expect([first.status, first.stdout]).toEqual([
    0,
    expect.stringContaining("2026-09 cur2: published, version 1"),
  ]);
  expect((await keys("cells/cur2/2026-09/")).length).toBeGreaterThan(1);

  await deliver(2);
  expect((await tagledger("ingest", place, ...ledger, ...KEPT)).stdout).toContain("published, version 2");
  const diff = await tagledger("diff", "2026-09", "1", "2", ...ledger, ...KEPT);
  expect([diff.status, diff.stdout]).toEqual([0, expect.stringContaining("before: version 1")]);

  const fromBucket = await tagledger("report", ...ledger, ...KEPT, "--json");
  const fromDisk = await tagledger("report", "--bill", "exports", "--json");
  expect([fromBucket.status, fromDisk.status]).toEqual([0, 0]);
  // Why there are no subsidies says where the bill is that lacks list prices.
  const { commitmentsReason, ...onDisk } = JSON.parse(fromDisk.stdout);
  expect(commitmentsReason).toContain("cur2-00001.snappy.parquet: this CUR bill lacks the column");
  expect(JSON.parse(fromBucket.stdout)).toEqual({
    ...onDisk,
    commitmentsReason: "cur2 2026-09 holds no list cost, only effective, billed, contracted",
  });
});

test("a bucket that is not there is bad input, and one that cannot be reached an outside failure", async () => {
  const missing = await tagledger("ingest", "s3://nobodys-bills/exports", ...KEPT);
  expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining("there is no such bucket")]);
  const { endpoint } = moto;
  moto = { ...moto, endpoint: "http://127.0.0.1:9" };
  const away = await tagledger("ingest", `s3://${BUCKET}/exports`, ...KEPT);
  moto = { ...moto, endpoint };
  expect([away.status, away.stdout]).toEqual([3, ""]);
  expect(away.stderr).toContain(`s3://${BUCKET}/exports`);
});

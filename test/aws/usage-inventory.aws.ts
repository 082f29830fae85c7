import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { literal, openDatabase } from "@tagledger/adapters/duckdb/database";
import { makeFolder, type TestFolder } from "@tagledger/adapters/testing/folder";
import { HOUR } from "@tagledger/adapters/usage/hours";
import { s3InventoryUsage } from "@tagledger/adapters/usage/s3-inventory/source";
import { formatAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bucketForEachTest } from "./local/bucket-for-each-test.ts";

const SEPTEMBER = parsePeriod("2026-09");
const PLACE = "reports/lake/all";
const PREFIXES = { "fraud/": "fraud-detection", "fraud/tmp/": "ml-platform", "vision/": "personalization" };

/** An object of a bucket: its key, its bytes, and whether it only marks that it was deleted. */
type Listed = readonly [key: string, bytes: bigint | null, marker?: boolean];

const bucket = bucketForEachTest("inventories");
let folder: TestFolder;

beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const md5 = (content: string | Uint8Array) => createHash("md5").update(content).digest("hex");
const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace(":", "-")}Z`;

function csv(objects: readonly Listed[]): Uint8Array {
  const line = ([key, bytes, marker = false]: Listed) => {
    const encoded = encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");
    return `"lake","${encoded}","v","${!marker}","${marker}","${bytes ?? ""}","2026-08-01T00:00:00.000Z"\n`;
  };
  return gzipSync(objects.map(line).join(""));
}

async function parquet(objects: readonly Listed[]): Promise<Uint8Array> {
  const rows = objects.map(
    ([key, bytes, marker = false]) =>
      `('lake', ${literal(key)}, 'v', ${!marker}, ${marker}, ${bytes ?? "NULL"}::BIGINT)`,
  );
  const database = await openDatabase();
  const path = folder.at("made.parquet");
  await database.run(
    `COPY (SELECT * FROM (VALUES ${rows.join(", ")}) AS t(bucket, key, version_id, is_latest, is_delete_marker, size))
     TO ${literal(path)} (FORMAT parquet)`,
  );
  await database.close();
  return readFileSync(path);
}

/** Delivers an inventory as S3 does: its files, the manifest, and at last the checksum. */
async function deliver(at: number, files: readonly Uint8Array[], changes: Record<string, unknown> = {}) {
  const isParquet = files.some((file) => Buffer.from(file).subarray(0, 4).toString() === "PAR1");
  const listed = [];
  for (const [index, file] of files.entries()) {
    const key = `${PLACE}/data/${stamp(at)}-${index}.${isParquet ? "parquet" : "csv.gz"}`;
    await bucket.put(key, file);
    listed.push({ key, size: file.length, MD5checksum: md5(file) });
  }
  const manifest = JSON.stringify({
    sourceBucket: "lake",
    destinationBucket: `arn:aws:s3:::${bucket.name}`,
    version: "2016-11-30",
    creationTimestamp: String(at),
    fileFormat: isParquet ? "Parquet" : "CSV",
    fileSchema: isParquet
      ? "message s3.inventory { required binary bucket (UTF8); required binary key (UTF8); … }"
      : "Bucket, Key, VersionId, IsLatest, IsDeleteMarker, Size, LastModifiedDate",
    files: listed,
    ...changes,
  });
  await bucket.put(`${PLACE}/${stamp(at)}/manifest.json`, manifest);
  await bucket.put(`${PLACE}/${stamp(at)}/manifest.checksum`, md5(manifest));
  await bucket.put(`${PLACE}/hive/dt=${stamp(at).slice(0, -1)}/symlink.txt`, "");
}

async function read(until = SEPTEMBER.end + HOUR, prefixes: Record<string, string> | undefined = PREFIXES) {
  const s3 = `s3://${bucket.name}/${PLACE}`;
  const source = { kind: "s3-inventory", s3, pool: "datalake", prefixes } as const;
  return s3InventoryUsage({ source, client: bucket.client }).read({ period: SEPTEMBER, until });
}

const told = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  rows
    .map(
      ({ start, end, team, quantity }) => `${stamp(start)} ${stamp(end)} ${team} ${formatAmount(quantity)}`,
    )
    .sort();

const DAY = 24 * HOUR;
const at = (day: number) => SEPTEMBER.start + (day - 1) * DAY + HOUR;

describe("the bytes of a bucket", () => {
  test("hold from one inventory to the next, the first of the month being that of the day before", async () => {
    await deliver(at(0), [csv([["fraud/a", 10n]])]);
    await deliver(at(1), [
      csv([
        ["fraud/a b", 100n],
        ["fraud/tmp/x", 50n],
        ["fraud/a b", 7n],
        ["fraud/gone", null, true],
      ]),
      csv([["vision/y", 9007199254740993n]]),
    ]);
    await deliver(at(2), [
      await parquet([
        ["vision/y", 4n],
        ["other/z", 2n],
        ["fraud/gone", null, true],
      ]),
    ]);
    const reading = await read(at(2) + 2 * HOUR);
    expect(told(reading)).toEqual([
      "2026-09-01T00-00Z 2026-09-01T01-00Z fraud-detection 10",
      `2026-09-01T01-00Z 2026-09-02T01-00Z fraud-detection ${24 * 107}`,
      `2026-09-01T01-00Z 2026-09-02T01-00Z ml-platform ${24 * 50}`,
      `2026-09-01T01-00Z 2026-09-02T01-00Z personalization ${24n * 9007199254740993n}`,
      "2026-09-02T01-00Z 2026-09-02T03-00Z personalization 8",
      "2026-09-02T01-00Z 2026-09-02T03-00Z unowned:other 4",
    ]);
    expect(reading.coverage).toEqual([{ pool: "datalake", metric: "s3-byte-hours", hours: 27, of: 27 }]);
  });

  test("are not known before the first inventory, nor more than eight days after one", async () => {
    await deliver(at(10), [csv([["fraud/a", 1n]])]);
    await deliver(at(20), [csv([["fraud/a", 1n]])]);
    const reading = await read();
    expect(told(reading)).toEqual([
      "2026-09-10T01-00Z 2026-09-18T01-00Z fraud-detection 192",
      "2026-09-20T01-00Z 2026-09-28T01-00Z fraud-detection 192",
    ]);
    expect(reading.coverage).toEqual([{ pool: "datalake", metric: "s3-byte-hours", hours: 384, of: 720 }]);
  });

  test("of an inventory that is not delivered yet are those of the one before", async () => {
    await deliver(at(1), [csv([["fraud/a", 1n]])]);
    await deliver(at(2), [csv([["fraud/a", 2n]])]);
    const Key = `${PLACE}/${stamp(at(2))}/manifest.checksum`;
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key }));
    expect(told(await read(at(3)))).toEqual([`2026-09-01T01-00Z 2026-09-03T01-00Z fraud-detection 48`]);
  });

  test("of inventories of other months are none, and that is told", async () => {
    await deliver(at(-30), [csv([["fraud/a", 1n]])]);
    const { rows, coverage, notes } = await read();
    expect([rows, coverage[0]?.hours]).toEqual([[], 0]);
    expect(notes).toContain(`s3://${bucket.name}/${PLACE}: no inventory speaks of this time`);
  });

  test("of replaced versions are said to be unknown where only current ones are listed", async () => {
    const file = gzipSync('"lake","fraud/a","1"\n');
    await deliver(at(1), [file], { fileSchema: "Bucket, Key, Size" });
    const { rows, notes } = await read(at(2));
    expect(rows).toHaveLength(1);
    expect(notes.join()).toContain("lists current versions only");
  });
});

describe("an inventory is refused", () => {
  const refusal = async () =>
    read(at(2)).then(
      () => "",
      (error: unknown) => (error instanceof Error ? error.message.replaceAll(bucket.name, "B") : ""),
    );

  test("where there is none", async () => {
    await bucket.put("reports/lake/all/data/a.csv.gz", "");
    expect(await refusal()).toContain(
      "s3://B/reports/lake/all: there is no inventory here: expected folders such as 2026-09-01T01-00Z, found data",
    );
  });

  test("that is written in ORC", async () => {
    await deliver(at(1), [], { fileFormat: "ORC" });
    expect(await refusal()).toContain("is written as ORC, which is not read");
  });

  test("of which a file is gone, larger, or another one", async () => {
    const Key = `${PLACE}/data/${stamp(at(1))}-0.csv.gz`;
    const file = csv([["fraud/a", 1n]]);
    await deliver(at(1), [file]);
    // Gzip keeps there when it was written.
    await bucket.put(Key, file.with(4, 1));
    expect(await refusal()).toContain(`s3://B/${Key}: its MD5 is not the one in s3://B/${PLACE}`);
    await bucket.put(Key, "short");
    expect(await refusal()).toMatch(/-0\.csv\.gz: has 5 bytes, and \d+ in the manifest/);
    await bucket.client.send(new DeleteObjectCommand({ Bucket: bucket.name, Key }));
    expect(await refusal()).toContain("lists this file, which is not there");
  });

  test("where a size is no number, a line has too little, or keys are not text", async () => {
    await deliver(at(1), [gzipSync('"lake","fraud/a+b","v","true","false","12x","now"\n')]);
    expect(await refusal()).toContain('the size of fraud/a b is "12x", not a number of bytes');
    await deliver(at(1), [gzipSync('"lake","fraud/a","v","true","false","","now"\n')]);
    expect(await refusal()).toContain('the size of fraud/a is "", not a number of bytes');
    await deliver(at(1), [gzipSync('"lake","fraud/a","v","true","false","-1","now"\n')]);
    expect(await refusal()).toContain('the size of fraud/a is "-1", not a number of bytes');
    await deliver(at(1), [gzipSync('"lake","fraud/a"\n')]);
    expect(await refusal()).toContain("-0.csv.gz: the inventory cannot be read");
    await deliver(at(1), [gzipSync('"lake","fraud/%FF","v","true","false","12","now"\n')]);
    expect(await refusal()).toContain("-0.csv.gz: the inventory cannot be read");
  });
});

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { s3Fetcher } from "./s3-fetcher.ts";
import { startTestBucket, type TestBucket } from "./testing/bucket.ts";
import { NEEDED, summary, wideBill } from "./testing/wide-bill.ts";

const KEY = "exports/focus/data/BILLING_PERIOD=2026-09/focus-00001.snappy.parquet";

let made: TestFolder;
let wide: Buffer;
let folder: TestFolder;
let bucket: TestBucket;

beforeAll(async () => {
  made = makeFolder();
  wide = await wideBill(made.at("."));
});
afterAll(() => made.remove());
beforeEach(async () => {
  folder = makeFolder();
  bucket = await startTestBucket();
});
afterEach(() => {
  bucket.stop();
  folder.remove();
});

const needed = (names: readonly string[]) => names.filter((name) => NEEDED.includes(name));
const fetched = (part = bucket.put(KEY, wide), choose = needed) =>
  s3Fetcher({ client: bucket.client }).fetch(part, folder.at("scratch"), choose);
const left = () => readdirSync(folder.at("scratch"));

describe("of a wide bill in Parquet", () => {
  test("only the needed columns come, and it reads the same", async () => {
    const { path, bytes } = await fetched();
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(wide.length * 0.3);
    expect(statSync(path).size).toBe(wide.length);
    writeFileSync(folder.at("whole.parquet"), wide);
    expect(await summary(path)).toEqual(await summary(folder.at("whole.parquet")));
  });

  test("what is there of the same part and columns is not fetched again, other columns are", async () => {
    const first = await fetched();
    const requests = bucket.asked.length;
    expect(await fetched()).toEqual({ path: first.path, bytes: 0 });
    expect(bucket.asked).toHaveLength(requests);
    const other = await fetched(undefined, (names) => names.filter((name) => name === "x_Other3"));
    expect(other.path).not.toBe(first.path);
    expect(other.bytes).toBeGreaterThan(0);
  });

  test("a needed column that the file does not have is none", async () => {
    const { path } = await fetched(undefined, (names) => [...needed(names), "Elsewhere"]);
    expect(await summary(path)).toHaveLength(13 * 7 * 30);
  });

  test("where ranges are ignored the whole comes", async () => {
    bucket.ignoresRanges = true;
    const { path, bytes } = await fetched();
    expect(bytes).toBe(wide.length);
    expect(wide.equals(readFileSync(path))).toBe(true);
  });

  test("answers that break off are gone on with", async () => {
    let broken = 0;
    bucket.breaksAfter = () => (++broken % 3 === 0 ? 1000 : null);
    const { path } = await fetched();
    writeFileSync(folder.at("whole.parquet"), wide);
    expect(await summary(path)).toEqual(await summary(folder.at("whole.parquet")));
  });

  test("answers that always break off are a failure, and leave nothing", async () => {
    bucket.breaksAfter = () => 0;
    await expect(fetched()).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining("S3's answers break off"),
    });
    expect(left()).toEqual([]);
  });

  test.each([2, 4])(
    "an object that is replaced before request %i is never read together with the new one",
    async (at) => {
      const part = bucket.put(KEY, wide);
      bucket.before = () => {
        if (bucket.asked.length === at) bucket.put(KEY, gzipSync(wide));
      };
      await expect(fetched(part)).rejects.toMatchObject({
        code: "outside-failure",
        message: `s3://billing/${KEY}: the object was replaced while it was read`,
      });
      expect(left().filter((name) => !name.endsWith(".names.json"))).toEqual([]);
    },
  );
});

describe("what cannot be taken apart comes whole:", () => {
  const encrypted = () => Buffer.concat([wide.subarray(0, wide.length - 4), Buffer.from("PARE")]);
  const garbled = () => {
    const footer = Buffer.from(wide);
    return footer.fill(255, wide.length - 5000, wide.length - 8);
  };
  test.each([
    ["an encrypted file", KEY, encrypted],
    ["one with a footer that cannot be read", KEY, garbled],
    ["one that is no Parquet at all", KEY, () => Buffer.alloc(3_000_000, "bill")],
    ["a small file", KEY, () => Buffer.from("PAR1PAR1")],
    ["text", "cur/ml-1.csv.gz", () => gzipSync(wide)],
  ])("%s", async (_, key, contentOf) => {
    const content = contentOf();
    const { path, bytes } = await fetched(bucket.put(key, content));
    expect(content.equals(readFileSync(path))).toBe(true);
    expect(bytes).toBeGreaterThanOrEqual(content.length);
    expect(left()).toHaveLength(1);
    expect(path.endsWith(key.endsWith("gz") ? ".csv.gz" : ".parquet")).toBe(true);
  });
});

test("an object that may not be read, or is gone, is told by name", async () => {
  const part = bucket.put(KEY, wide);
  bucket.denied = true;
  await expect(fetched(part)).rejects.toThrow(/S3 refuses it .* s3:GetObject/);
  bucket.denied = false;
  await expect(fetched({ ...part, place: "s3://billing/gone.parquet" })).rejects.toMatchObject({
    code: "outside-failure",
    message: "s3://billing/gone.parquet: the object was removed while it was read",
  });
});

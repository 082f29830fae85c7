import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, literal, openDatabase } from "../../duckdb/database.ts";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { ownerOfKey, type Prefixes } from "../s3/prefixes.ts";
import { objectColumns } from "./columns.ts";
import { inventorySums } from "./sums.ts";

const COLUMNS = ["Bucket", "Key", "VersionId", "IsLatest", "IsDeleteMarker", "Size"];

let folder: TestFolder;
let database: Database;
beforeEach(async () => {
  folder = makeFolder();
  database = await openDatabase();
});
afterEach(async () => {
  await database.close();
  folder.remove();
});

/** A key as S3 writes it in CSV. */
const encoded = (key: string) => encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/");

const csvOf = (objects: readonly (readonly [key: string, size: string, marker?: string])[]) =>
  gzipSync(
    objects
      .map(([key, size, marker = "false"]) => `"lake","${encoded(key)}","v1","true","${marker}","${size}"\n`)
      .join(""),
  );

async function summed(prefixes: Prefixes, ...files: Uint8Array[]) {
  const sums = await inventorySums(database, prefixes);
  for (const [index, file] of files.entries()) {
    const path = folder.put({ [`${index}.csv.gz`]: file });
    await sums.add(path, "csv", COLUMNS, objectColumns(COLUMNS, "csv", "here"));
  }
  return Object.fromEntries(await sums.owners("here"));
}

describe("the bytes of an inventory", () => {
  test("are summed over its files by the longest prefix, and what no prefix takes by its first folder", async () => {
    const first = csvOf([
      ["fraud/a b+c.bin", "10"],
      ['fraud/old/ü,".bin', "9007199254740993"],
      ["scratch/x", "5"],
    ]);
    const second = csvOf([
      ["fraud/a b+c.bin", "7"],
      ["fraud/gone", "", "true"],
      ["loose.txt", "1"],
    ]);
    const prefixes = { "fraud/": "fraud-detection", "fraud/old/ü": "archive" };
    expect(await summed(prefixes, first, second)).toEqual({
      "fraud-detection": 17n,
      archive: 9007199254740993n,
      "unowned:scratch": 5n,
      "unowned:(root)": 1n,
    });
  });

  test("belong to the team that the first folder names where there are no prefixes", async () => {
    const file = csvOf([
      ["fraud/a", "3"],
      ["vision/b", "4"],
      ["c", "5"],
      ["capacity/d", "6"],
    ]);
    expect(await summed(undefined, file)).toEqual({
      fraud: 3n,
      vision: 4n,
      "unowned:(root)": 5n,
      "unowned:capacity": 6n,
    });
  });

  test("of too many folders are refused where folders are teams, and summed as one where prefixes are given", async () => {
    const file = csvOf(Array.from({ length: 10_002 }, (_, index) => [`f${index}/a`, "2"] as const));
    await expect(summed(undefined, file)).rejects.toThrow(
      "here: its keys begin with more than 10000 folders, which cannot all be teams",
    );
    expect(await summed({ "f1/": "fraud" }, file)).toEqual({
      fraud: 2n,
      "unowned:(many folders)": 20_002n,
    });
  });

  test("come to what a look at each key says", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "/", "+", " ", "%", "ü", "𝔸"), maxLength: 6 });
    const key = text.filter((each) => each !== "");
    const objects = fc.array(fc.tuple(key, fc.bigInt({ min: 0n, max: 1n << 50n })), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.dictionary(key, key), { nil: undefined }),
        objects,
        async (prefixes, all) => {
          const expected: Record<string, bigint> = {};
          const ownerOf = ownerOfKey(prefixes);
          for (const [each, size] of all) expected[ownerOf(each)] = (expected[ownerOf(each)] ?? 0n) + size;
          const file = csvOf(all.map(([each, size]) => [each, String(size)] as const));
          expect(await summed(prefixes, file)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("in Parquet are read by its own names, and its keys are as they are", async () => {
    const path = folder.at("a.parquet");
    await database.run(
      `COPY (SELECT 'lake' AS bucket, 'a+b/%20' AS key, 'v' AS version_id, true AS is_latest, false AS is_delete_marker,
         12::BIGINT AS size UNION ALL SELECT 'lake', 'a+b/c', 'v', false, true, NULL) TO ${literal(path)} (FORMAT parquet)`,
    );
    const names = ["bucket", "key", "version_id", "is_latest", "is_delete_marker", "size"];
    const sums = await inventorySums(database, undefined);
    await sums.add(path, "parquet", [], objectColumns(names, "parquet", "here"));
    expect(Object.fromEntries(await sums.owners("here"))).toEqual({ "a+b": 12n });
  });
});

test("an inventory without sizes is refused, and what to do is said", () => {
  expect(() => objectColumns(["Bucket", "Key"], "csv", "here")).toThrow(
    "here: this inventory does not list the size of objects: add Size to the fields of its configuration",
  );
});

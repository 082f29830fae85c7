import { statSync, utimesSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { type Database, fileLiteral, literal, openDatabase } from "./database.ts";

let folder: TestFolder;
let database: Database;
let other: Database;
beforeEach(async () => {
  folder = makeFolder();
  database = await openDatabase();
  other = await openDatabase();
});
afterEach(async () => {
  await database.close();
  await other.close();
  folder.remove();
});

test.each([0, 60_000])(
  "a file that is replaced by one as large, written when it was %i ms ago, is read anew",
  async (age) => {
    const path = folder.at("numbers.parquet");
    const at = (Date.now() - age) / 1000;
    const write = async (from: number) => {
      await other.run(
        `COPY (SELECT ${from} + range AS number FROM range(1000)) TO ${literal(path)} (FORMAT parquet, COMPRESSION uncompressed)`,
      );
      utimesSync(path, at, at);
      return statSync(path).size;
    };
    const found = async (queries: Pick<Database, "rows">) => {
      const [row] = await queries.rows(
        `SELECT count(*) AS count FROM read_parquet(${fileLiteral(path)}) WHERE number >= 5000`,
      );
      return Number(row?.count);
    };
    const size = await write(1000);
    expect(await found(database)).toBe(0);
    expect(await write(6000)).toBe(size);
    expect([await found(database), await found(await database.beside())]).toEqual([1000, 1000]);
  },
);

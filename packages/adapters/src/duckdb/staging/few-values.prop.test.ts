import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { curLine } from "../../testing/lines.ts";
import { type Database, identifier, literal, openDatabase, sqlFile } from "../database.ts";
import { FewValues } from "./few-values.ts";
import { openTestPart } from "./testing/part.ts";

let folder: TestFolder;
let database: Database;
beforeEach(async () => {
  folder = makeFolder();
  database = await openDatabase();
  await database.run(sqlFile("macros.sql"));
});
afterEach(async () => {
  await database.close();
  folder.remove();
});

interface File {
  readonly rows: number;
  readonly texts: number;
  /** Of a hundred. */
  readonly absent: number;
  /** Texts that only the last rows have. */
  readonly late: number;
  readonly groups: number;
  readonly dictionary: number;
  readonly compression: string;
  readonly bytes: boolean;
}

const file: fc.Arbitrary<File> = fc.record({
  rows: fc.integer({ min: 3000, max: 30_000 }),
  texts: fc.integer({ min: 1, max: 240 }),
  absent: fc.integer({ min: 0, max: 99 }),
  late: fc.integer({ min: 0, max: 7 }),
  groups: fc.integer({ min: 1, max: 10 }),
  dictionary: fc.constantFrom(30, 1000),
  compression: fc.constantFrom("snappy", "zstd", "gzip", "uncompressed"),
  bytes: fc.boolean(),
});

it("finds all texts in dictionaries, in whatever row group and however they are written", async () => {
  let index = 0;
  let told = 0;
  const check = async ({ rows, texts, absent, late, groups, dictionary, compression, bytes }: File) => {
    const path = folder.at(`${index}.parquet`);
    const text = `CASE
      WHEN hash(i) % 100 < ${absent} THEN NULL
      WHEN i >= ${rows - late} THEN 'late-' || i
      ELSE 'it''s größer ' || (hash(i, 3) % ${texts}) END`;
    const { resource_tags_user_ml_team: _team, ...line } = curLine();
    const others = Object.entries(line).map(([name, value]) => `${literal(value)} AS ${identifier(name)}`);
    await database.run(
      `COPY (SELECT ${others.join(", ")}, ${bytes ? `encode(${text})` : text} AS resource_tags_user_ml_team FROM range(${rows}) AS lines (i))
       TO ${literal(path)} (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE ${2048 * groups}, DICTIONARY_SIZE_LIMIT ${dictionary})`,
    );
    const part = await openTestPart(database, path, index++);
    const sql = '"resource_tags_user_ml_team"';
    const list = (await new FewValues(database).of({ parts: [part] }, [{ sql, type: "VARCHAR" }])).get(sql);
    if (list === undefined) return;
    told++;
    const [row] = await database.rows(
      `SELECT count(*) FILTER (list_extract(${list}, list_position(${list}, team)) IS DISTINCT FROM team) AS lost
       FROM (SELECT CAST(${sql} AS VARCHAR) AS team FROM read_parquet(${literal(path)}, binary_as_string = true))`,
    );
    expect(Number(row?.lost)).toBe(0);
  };
  await fc.assert(fc.asyncProperty(file, check), { numRuns: 30 });
  expect(told).toBeGreaterThan(0);
});

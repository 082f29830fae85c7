import { readFileSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { curLine, type Line } from "../../testing/lines.ts";
import { stagedGroups, stageFiles, summed } from "../../testing/staged.ts";
import { writeParquet } from "../../testing/write.ts";
import { type Database, openDatabase, sqlFile } from "../database.ts";
import { FewValues } from "./few-values.ts";
import { NEEDS as needs, openTestPart } from "./testing/part.ts";

const TEAM = '"resource_tags_user_ml_team"';
const TYPE = '"line_item_usage_type"';

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

/** Lines with these teams again and again, each with a usage type of so many. */
async function write(name: string, teams: readonly string[], usageTypes = 3): Promise<string> {
  const lines: Line[] = Array.from({ length: 3000 }, (_, at) =>
    curLine({
      resource_tags_user_ml_team: teams[at % teams.length] ?? "",
      line_item_usage_type: `type-${at % usageTypes}`,
      line_item_unblended_cost: `${at}.25`,
    }),
  );
  return writeParquet(folder.at(name), lines, { line_item_unblended_cost: "DECIMAL(18, 6)" });
}

async function valuesOf(list: string | undefined): Promise<unknown[]> {
  const rows = await database.rows(`SELECT unnest(${list}) AS value`);
  return rows.map(({ value }) => value);
}

it("lists all texts of a column after none, those that only later files hold as well", async () => {
  const few = new FewValues(database);
  const columns = [{ sql: TEAM, type: "VARCHAR" }];
  const one = await openTestPart(database, await write("1.parquet", ["vision", "it's", ""]));
  const two = await openTestPart(database, await write("2.parquet", ["nlp", "vision", "größer"]), 1);
  const first = await few.of({ parts: [one] }, columns);
  expect((await valuesOf(first.get(TEAM))).toSorted()).toEqual(["it's", null, "vision"]);
  const both = await few.of({ parts: [one, two] }, columns);
  expect((await valuesOf(both.get(TEAM)))[0]).toBe(null);
  expect((await valuesOf(both.get(TEAM))).toSorted()).toEqual(["größer", "it's", "nlp", null, "vision"]);
});

it("lists no column with more texts than a byte tells apart, whenever they come", async () => {
  const few = new FewValues(database);
  const columns = [
    { sql: TYPE, type: "VARCHAR" },
    { sql: TEAM, type: "VARCHAR" },
  ];
  const one = await openTestPart(database, await write("1.parquet", ["vision"], 200));
  const two = await openTestPart(database, await write("2.parquet", ["nlp"], 255), 1);
  const keys = async (...parts: [typeof one, ...(typeof one)[]]) => [
    ...(await few.of({ parts }, columns)).keys(),
  ];
  expect(await keys(one)).toEqual([TYPE, TEAM]);
  expect(await keys(two)).toEqual([TEAM]);
  expect(await keys(one)).toEqual([TEAM]);
});

it("changes nothing of what lines come to", async () => {
  const paths = [
    await write("1.parquet", ["vision", "it's", ""], 300),
    await write("2.parquet", ["nlp", "", "größer"], 7),
    await write("3.parquet", ["NULL", "None", " "], 7),
  ];
  const staged = (listed: number) =>
    stageFiles(
      paths,
      async (bill, engine) => ({ totals: bill.totals, groups: summed(await stagedGroups(bill, engine)) }),
      {
        needs,
        engine: { size: { rows: 2000, groups: 5000, listed } },
      },
    );
  expect(await staged(0)).toEqual(await staged(1_000_000));
});

it("leaves it to who reads the lines to say that a file is damaged", async () => {
  const path = await write("1.parquet", ["vision", "nlp"]);
  const [column] = await database.rows(
    `SELECT dictionary_page_offset AS place, data_page_offset AS next FROM parquet_metadata('${path}')
     WHERE path_in_schema = ${TEAM.replaceAll('"', "'")}`,
  );
  const bytes = readFileSync(path);
  bytes.fill(0xff, Number(column?.place), Number(column?.next));
  writeFileSync(path, bytes);
  const message = (listed: number) =>
    stageFiles([path], async () => "read", {
      needs,
      engine: { size: { rows: 2000, groups: 5000, listed } },
    }).catch(({ code, message }: { code: string; message: string }) => `${code} ${message}`);
  expect(await message(0)).toMatch(/^bad-input .*1\.parquet/);
  expect(await message(0)).toBe(await message(1_000_000));
});

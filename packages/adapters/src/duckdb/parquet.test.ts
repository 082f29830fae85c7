import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { literal, openDatabase } from "./database.ts";
import { type ParquetColumn, writeParquet } from "./parquet.ts";

interface Part {
  readonly text: string | null;
  readonly map: Record<string, string> | null;
}

interface Row {
  readonly part: Part;
  readonly number: number | null;
  readonly time: number | null;
}

const COLUMNS: readonly ParquetColumn<Row, Part>[] = [
  { name: "text", per: "part", type: "VARCHAR", of: (part) => part.text },
  { name: "number", per: "row", type: "DOUBLE", of: (row) => row.number },
  { name: "a time", per: "row", type: "TIMESTAMP", of: (row) => row.time },
  { name: "map", per: "part", type: "MAP(VARCHAR, VARCHAR)", of: (part) => part.map },
];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "parquet-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function roundTrip(rows: readonly Row[]): Promise<readonly unknown[]> {
  const path = join(folder, "it's.parquet");
  await writeParquet(path, { columns: COLUMNS, rows, part: (row) => row.part });
  const database = await openDatabase();
  const found = await database.rows(
    `SELECT text, number, epoch_ms("a time")::DOUBLE AS time, map::JSON::VARCHAR AS map
     FROM read_parquet(${literal(path)}) ORDER BY "a time" NULLS LAST`,
  );
  await database.close();
  return found;
}

const expected = (rows: readonly Row[]) =>
  rows.map(({ part: { text, map }, number, time }) => ({
    text,
    number,
    time,
    map: map === null ? null : JSON.stringify(map),
  }));

describe("writeParquet", () => {
  it("keeps every value as it was, empty text and null apart", async () => {
    const rows: Row[] = [
      {
        part: { text: 'a "quoted", line\nand another', map: { team: " org'" } },
        number: 0.1,
        time: Date.UTC(2026, 8, 1),
      },
      { part: { text: "", map: {} }, number: 1e-10, time: Date.UTC(2026, 8, 30, 23) },
      { part: { text: null, map: null }, number: null, time: null },
    ];
    expect(await roundTrip(rows)).toEqual(expected(rows));
  });

  it("joins many rows with what they share, and leaves nothing else behind", async () => {
    const parts = Array.from({ length: 700 }, (_, index) => ({ text: `part ${index}`, map: null }));
    const rows = Array.from({ length: 30_000 }, (_, index) => ({
      part: parts[(index * 31) % 700] ?? { text: null, map: null },
      number: index / 7,
      time: index,
    }));
    const found = await roundTrip(rows);
    expect(found.map((row) => JSON.stringify(row))).toEqual(expected(rows).map((row) => JSON.stringify(row)));
    expect(await readdir(folder)).toEqual(["it's.parquet"]);
  });
});

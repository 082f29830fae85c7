import { join } from "node:path";
import type { Basis } from "@tagledger/core/costs/charge";
import { detectFormat } from "../bills/detect.ts";
import { type BillFormat, comparableColumn } from "../bills/format.ts";
import { readHeader } from "../bills/header.ts";
import { headOf, sniff } from "../bills/sniff.ts";
import { type BillTable, fromParquet } from "./bill-table.ts";
import { type Database, identifier } from "./database.ts";
import { stageCsv } from "./stage.ts";
import { stagedColumns } from "./staged-columns.ts";
import { unreadableFile } from "./unreadable.ts";

/** How a file of a bill is opened. */
export interface OpenOptions {
  readonly bases: readonly Basis[];
  /** Tells apart what is put on disk of several files. */
  readonly index: number;
  /** Reads other columns of a bill than its family's own. */
  readonly as?: (format: BillFormat) => BillFormat;
}

/**
 * Opens a file of a bill. CSV is checked from end to end and the columns that matter are put into Parquet, whose row
 * numbers say where a value stood.
 *
 * @throws bad-input naming the file, and the line where there is one, when it cannot be read whole
 */
export async function openTable(
  database: Database,
  path: string,
  { bases, index, as = (format) => format }: OpenOptions,
): Promise<BillTable> {
  const kind = await sniff(path);
  if (kind === "parquet") return openParquet(database, path, as);
  const { delimiter, columns } = readHeader(path, await headOf(path, kind));
  const format = as(detectFormat(path, columns));
  const names = columns.map((name, at) => ({ name, alias: `c${at}` }));
  const kept = stagedColumns(format, bases, names);
  const staged = await stageCsv(
    database,
    { path, kind, delimiter },
    names.map(({ alias }) => alias),
    kept,
    join(database.folder, `bill-${index}`),
  );
  return {
    path,
    format,
    parquet: staged.parquet,
    columns: kept.map(({ column }) => column),
    layout: layoutOf(columns),
    rows: await rowsOf(database, staged.parquet),
    placeOf: async (row) => `${path}: line ${await staged.lineOf(row)}`,
  };
}

async function openParquet(
  database: Database,
  path: string,
  as: (format: BillFormat) => BillFormat,
): Promise<BillTable> {
  try {
    const described = await database.rows(`DESCRIBE SELECT * FROM ${fromParquet(path)}`);
    const columns = described.map(({ column_name, column_type }) => ({
      name: String(column_name),
      sql: identifier(String(column_name)),
      type: String(column_type),
    }));
    const names = columns.map(({ name }) => name);
    return {
      path,
      format: as(detectFormat(path, names)),
      parquet: path,
      columns,
      layout: layoutOf(names),
      rows: await rowsOf(database, path),
      placeOf: async (row) => `${path}: row ${row + 1}`,
    };
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}

async function rowsOf(database: Database, parquet: string): Promise<number> {
  const [count] = await database.rows(`SELECT count(*) AS rows FROM ${fromParquet(parquet)}`);
  return Number(count?.rows ?? 0);
}

function layoutOf(columns: readonly string[]): string {
  return columns.map(comparableColumn).sort().join(" ");
}

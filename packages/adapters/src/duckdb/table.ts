import { join } from "node:path";
import { detectFormat } from "../bills/detect.ts";
import { type BillFormat, comparableColumn } from "../bills/format.ts";
import { readHeader } from "../bills/header.ts";
import { checkCsv } from "../bills/integrity.ts";
import { lineOfRecord } from "../bills/record.ts";
import { headOf, sniff } from "../bills/sniff.ts";
import { type Database, identifier, literal } from "./database.ts";
import { unreadableFile } from "./unreadable.ts";

/** A column of a table: its name in the bill, and how to say it in SQL. */
export interface TableColumn {
  readonly name: string;
  readonly sql: string;
  /** A DuckDB type, such as `VARCHAR` or `MAP(VARCHAR, VARCHAR)`. */
  readonly type: string;
}

/** A file of a bill, ready to be queried as Parquet whatever it was. */
export interface BillTable {
  readonly path: string;
  readonly format: BillFormat;
  readonly parquet: string;
  readonly columns: readonly TableColumn[];
  readonly rows: number;
  /** Where a row stands in the file, counting from 0, for people. */
  placeOf(row: number): Promise<string>;
}

/**
 * Opens a file of a bill. CSV is checked from end to end and the columns that matter are put into Parquet, whose row
 * numbers say where a value stood.
 *
 * @throws bad-input naming the file, and the line where there is one, when it cannot be read whole
 */
export async function openTable(database: Database, path: string, index: number): Promise<BillTable> {
  const kind = await sniff(path);
  try {
    if (kind === "parquet") {
      const { columns, rows } = await describe(database, path);
      const format = detectFormat(
        path,
        columns.map(({ name }) => name),
      );
      return {
        path,
        format,
        parquet: path,
        columns,
        rows,
        placeOf: async (row) => `${path}: row ${row + 1}`,
      };
    }
    const header = readHeader(path, await headOf(path, kind));
    const format = detectFormat(path, header.columns);
    const { mixedLineEnds } = await checkCsv(path, kind);
    const staged = join(database.folder, `bill-${index}.parquet`);
    const names = header.columns.map((name, at) => ({ name, alias: `c${at}` }));
    const kept = names.filter(({ name }) => matters(format, name));
    const options = [
      "auto_detect = false, header = false, skip = 1, quote = '\"', escape = '\"'",
      `compression = ${kind === "csv.gz" ? "'gzip'" : "'none'"}`,
      `delim = ${literal(header.delimiter)}, strict_mode = ${!mixedLineEnds}`,
      `columns = {${names.map(({ alias }) => `${alias}: 'VARCHAR'`).join(", ")}}`,
    ];
    await database.run(
      `COPY (SELECT ${kept.map(({ alias }) => alias).join(", ")} FROM read_csv(${literal(path)}, ${options.join(", ")}))
       TO ${literal(staged)} (FORMAT parquet, COMPRESSION snappy)`,
    );
    const columns = kept.map(({ name, alias }) => ({ name, sql: alias, type: "VARCHAR" }));
    const { rows } = await describe(database, staged);
    const placeOf = async (row: number) => `${path}: line ${await lineOfRecord(path, kind, row + 1)}`;
    return { path, format, parquet: staged, columns, rows, placeOf };
  } catch (cause) {
    throw unreadableFile(path, cause);
  }
}

/** A table as `FROM` reads it, with the number of each row. */
export function fromTable({ parquet }: Pick<BillTable, "parquet">): string {
  return `read_parquet(${literal(parquet)}, file_row_number = true, binary_as_string = true)`;
}

async function describe(database: Database, parquet: string) {
  const source = `read_parquet(${literal(parquet)}, binary_as_string = true)`;
  const described = await database.rows(`DESCRIBE SELECT * FROM ${source}`);
  const columns = described.map(({ column_name, column_type }) => ({
    name: String(column_name),
    sql: identifier(String(column_name)),
    type: String(column_type),
  }));
  const [count] = await database.rows(`SELECT count(*) AS rows FROM ${source}`);
  return { columns, rows: Number(count?.rows ?? 0) };
}

function matters(format: BillFormat, name: string): boolean {
  const comparable = comparableColumn(name);
  const columns = [...format.texts, ...format.times, ...format.amounts];
  return (
    columns.some(({ from, orIn }) => from.includes(comparable) || orIn?.map === comparable) ||
    format.tagMaps.includes(comparable) ||
    format.tagColumns.test(name)
  );
}

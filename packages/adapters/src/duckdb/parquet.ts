import { join } from "node:path";
import { identifier, literal, openDatabase } from "./database.ts";
import { cell, type ParquetValue, writeText } from "./parquet-text.ts";

/** One column: told by each row, or once by the part that many rows share. */
export type ParquetColumn<Row, Part> = { readonly name: string } & (
  | ({ readonly per: "row" } & ParquetValue<Row>)
  | ({ readonly per: "part" } & ParquetValue<Part>)
);

/** Rows, and the part of itself that a row shares with others: the same object for all of them. */
export interface ParquetRows<Row, Part extends object> {
  readonly columns: readonly ParquetColumn<Row, Part>[];
  readonly rows: Iterable<Row>;
  readonly part: (row: Row) => Part;
}

/** Writes rows to one Snappy-compressed Parquet file; their order is not promised. */
export async function writeParquet<Row, Part extends object>(
  path: string,
  { columns, rows, part }: ParquetRows<Row, Part>,
): Promise<void> {
  const numbers = new Map<Part, number>();
  const perRow = columns.filter((column) => column.per === "row");
  const perPart = columns.filter((column) => column.per === "part");
  const database = await openDatabase();
  // As text DuckDB reads cells faster than it could be handed them one by one; what is shared is written once.
  const own = join(database.folder, "rows.csv");
  const shared = join(database.folder, "parts.csv");
  try {
    await writeText(own, [(row) => numbered(numbers, part(row)), ...perRow.map(cell<Row>)], rows);
    await writeText(shared, [(key) => numbered(numbers, key), ...perPart.map(cell<Part>)], numbers.keys());
    // A second thread costs more here than it saves, and the same rows would come out in another order every time.
    await database.run("SET threads = 1");
    const names = columns.map(({ name }) => identifier(name)).join(", ");
    const query = `SELECT ${names} FROM ${staged(own, perRow)} JOIN ${staged(shared, perPart)} USING ("#")`;
    await database.run(`COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION snappy)`);
  } finally {
    await database.close();
  }
}

function numbered<Part>(numbers: Map<Part, number>, part: Part): string {
  const number = numbers.get(part) ?? numbers.size;
  numbers.set(part, number);
  return String(number);
}

type StagedColumn = { readonly name: string } & Pick<ParquetValue<never>, "type">;

const STAGED = { VARCHAR: "VARCHAR", DOUBLE: "DOUBLE", TIMESTAMP: "BIGINT", "MAP(VARCHAR, VARCHAR)": "JSON" };

function staged(path: string, columns: readonly StagedColumn[]): string {
  const types = columns.map(({ name, type }) => `${literal(name)}: '${STAGED[type]}'`);
  const options = `header = false, auto_detect = false, quote = '"', escape = '"', allow_quoted_nulls = false`;
  const source = `read_csv(${literal(path)}, ${options}, columns = {${["'#': 'UINTEGER'", ...types].join(", ")}})`;
  return `(SELECT "#", ${columns.map(reading).join(", ")} FROM ${source})`;
}

function reading({ name, type }: StagedColumn): string {
  const column = identifier(name);
  if (type === "TIMESTAMP") return `make_timestamp_ms(${column}) AS ${column}`;
  return type === "MAP(VARCHAR, VARCHAR)" ? `${column}::${type} AS ${column}` : column;
}

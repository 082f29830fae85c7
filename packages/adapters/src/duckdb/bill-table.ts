import type { BillFormat } from "../bills/format.ts";
import { fileLiteral } from "./database.ts";

/** A column of a table: its name in the bill, and how to say it in SQL. */
export interface TableColumn {
  readonly name: string;
  readonly sql: string;
  /** A DuckDB type, such as `VARCHAR` or `MAP(VARCHAR, VARCHAR)`. */
  readonly type: string;
  /** The column that keeps the texts of values that could not be read, where they were read before. */
  readonly refused?: string;
}

/** A file of a bill, ready to be queried as Parquet whatever it was. */
export interface BillTable {
  readonly path: string;
  readonly format: BillFormat;
  readonly parquet: string;
  readonly columns: readonly TableColumn[];
  /** Tells apart tables with different columns, in whatever order and spelling. */
  readonly layout: string;
  readonly rows: number;
  /** Where a row stands in the file, counting from 0, for people. */
  placeOf(row: number): Promise<string>;
}

/** A table as `FROM` reads it, with the number of each row. */
export function fromTable({ parquet }: Pick<BillTable, "parquet">): string {
  return fromParquet(parquet, "file_row_number = true");
}

/** A Parquet file as `FROM` reads it, whatever its name. */
export function fromParquet(path: string, ...options: readonly string[]): string {
  const all = ["hive_partitioning = false", "binary_as_string = true", ...options];
  return `read_parquet(${fileLiteral(path)}, ${all.join(", ")})`;
}

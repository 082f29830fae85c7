import { type ColumnSource, isNamed } from "../bills/format.ts";
import type { BillTable, TableColumn } from "./bill-table.ts";
import { entryOf } from "./entries.ts";

/** The column of a table that goes by the first of these names. */
export function columnFor({ columns, format }: BillTable, from: readonly string[]): TableColumn | undefined {
  const plain = columns.filter(({ name }) => !format.tagColumns.test(name));
  return from.flatMap((name) => plain.find((column) => isNamed(column.name, [name])) ?? [])[0];
}

/** The text that a table holds for a canonical column, empty where it holds none. */
export function textOf(table: BillTable, { from, orIn, digits }: ColumnSource): string {
  const column = columnFor(table, from);
  if (column !== undefined) return plainText(column, digits);
  const map = orIn === undefined ? undefined : columnFor(table, [orIn.map]);
  if (map === undefined || orIn === undefined) return "''";
  const values = orIn.keys.map((key) => `nullif(text_of(${entryOf(map, key)}), '')`);
  return `coalesce(${values.join(", ")}, '')`;
}

function plainText({ sql, type }: TableColumn, digits: number | undefined): string {
  if (digits === undefined || !/INT|DOUBLE|DECIMAL/.test(type)) return `text_of(CAST(${sql} AS VARCHAR))`;
  const whole = `CAST(TRY_CAST(${sql} AS HUGEINT) AS VARCHAR)`;
  return `coalesce(repeat('0', ${digits} - length(${whole})) || ${whole}, '')`;
}

/** Values that can be wrong, which is told from being absent. */
export type ValueKind = "amounts" | "times";

/** The exact amount, or the time, that a column holds; NULL where it holds none or none that can be read. */
export function valueSql(column: TableColumn, kind: ValueKind): string {
  if (kind === "amounts") return amountOf(column);
  return isText(column) ? `time_of_text(${column.sql})` : `TRY_CAST(${column.sql} AS TIMESTAMPTZ)`;
}

/** The condition that a column holds a value that cannot be read. */
export function unreadable(column: TableColumn, kind: ValueKind): string {
  if (column.refused !== undefined) return `${column.refused} IS NOT NULL`;
  const absent = isText(column) ? `is_absent(${column.sql})` : `${column.sql} IS NULL`;
  return `(NOT (${absent}) AND ${valueSql(column, kind)} IS NULL)`;
}

function amountOf({ sql, type }: TableColumn): string {
  if (type === "DOUBLE") return `amount_of_double(${sql})`;
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(type)?.[1];
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type) || Number(scale) <= 24) {
    return `TRY_CAST(${sql} AS DECIMAL(38, 24))`;
  }
  // A decimal of a larger scale is written with all its places, the last of which may be zeros.
  const text = `CAST(${sql} AS VARCHAR)`;
  return `amount_of_text(${scale === undefined ? text : `rtrim(${text}, '0')`})`;
}

function isText({ type }: TableColumn): boolean {
  return type === "VARCHAR" || type.startsWith("ENUM");
}

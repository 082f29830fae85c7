import { type ColumnSource, isNamed } from "../bills/format.ts";
import type { BillTable, TableColumn } from "./bill-table.ts";
import { entryOf } from "./entries.ts";

/** The column of a table that goes by the first of these names. */
export function columnFor(
  { columns, format }: Pick<BillTable, "columns" | "format">,
  from: readonly string[],
): TableColumn | undefined {
  const plain = columns.filter(({ name }) => !format.tagColumns.test(name));
  return from.flatMap((name) => plain.find((column) => isNamed(column.name, [name])) ?? [])[0];
}

/** A value as a table holds it, and its DuckDB type. */
export type RawValue = Pick<TableColumn, "sql" | "type">;

/** What a table holds for the text of a canonical column: a column, or entries of a map, of which the first given counts. */
export function rawTexts(table: BillTable, { from, orIn }: ColumnSource): RawValue[] {
  const column = columnFor(table, from);
  if (column !== undefined) return [column];
  const map = orIn === undefined ? undefined : columnFor(table, [orIn.map]);
  if (map === undefined || orIn === undefined) return [];
  return orIn.keys.map((key) => ({ sql: entryOf(map, key), type: "VARCHAR" }));
}

/** The text that a table's values hold, empty where they hold none. */
export function textOf(values: readonly RawValue[], digits?: number): string {
  const [only, ...others] = values;
  if (only === undefined) return "''";
  if (others.length === 0) return plainText(only, digits);
  return `coalesce(${values.map((value) => `nullif(${plainText(value, digits)}, '')`).join(", ")}, '')`;
}

function plainText({ sql, type }: RawValue, digits: number | undefined): string {
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

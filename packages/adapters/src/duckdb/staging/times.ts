import type { BillTable, TableColumn } from "../bill-table.ts";
import { columnFor, valueSql } from "../columns.ts";
import { type ColumnFacts, factsOf } from "./column-facts.ts";

/** Tables that are read by one query, and what is known of their columns. */
export interface Tables {
  readonly table: BillTable;
  readonly parts: readonly { readonly facts: ReadonlyMap<string, ColumnFacts> }[];
}

/** When a line's period began and when its usage did, as UTC timestamps; each stands in for the other. */
export function timesOf(tables: Tables): { readonly period: string; readonly usage: string } {
  const { table } = tables;
  const columns = ["period_start", "usage_start"].map((name) =>
    columnFor(table, table.format.times.find((each) => each.name === name)?.from ?? []),
  );
  const [period, usage] = columns;
  return { period: firstOf(tables, [period, usage]), usage: firstOf(tables, [usage, period]) };
}

function firstOf(tables: Tables, columns: readonly (TableColumn | undefined)[]): string {
  const found = columns.flatMap((column) => column ?? []);
  const sure = found.findIndex((column) => factsOf(tables.parts, column).nulls === "none");
  const needed = sure < 0 ? found : found.slice(0, sure + 1);
  const [only] = needed;
  if (only === undefined) return "CAST(NULL AS TIMESTAMP)";
  return needed.length === 1 ? timestamp(only) : `coalesce(${needed.map(timestamp).join(", ")})`;
}

/** Without a time zone, which would cost a look at the calendar for every line. */
function timestamp(column: TableColumn): string {
  if (/^TIMESTAMP(_S|_MS|_NS)?$/.test(column.type)) return `CAST(${column.sql} AS TIMESTAMP)`;
  return `make_timestamp(epoch_us(${valueSql(column, "times")}))`;
}

/** An instant (epoch milliseconds) as SQL. */
export function timestampLiteral(milliseconds: number): string {
  return `make_timestamp(${BigInt(milliseconds) * 1000n})`;
}

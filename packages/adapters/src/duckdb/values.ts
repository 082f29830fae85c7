import type { Basis } from "@tagledger/core/costs/charge";
import { badInput, type TagledgerError } from "@tagledger/core/errors";
import { type BillTable, fromTable, type TableColumn } from "./bill-table.ts";
import { columnFor, unreadable, type ValueKind, valueSql } from "./columns.ts";
import type { Database } from "./database.ts";

/** A canonical amount or time and how a table tells it, as SQL. */
export interface Value {
  readonly name: string;
  readonly column: TableColumn;
  readonly sql: string;
  /** The condition that it is there but cannot be read. */
  readonly unreadable: string;
}

const EXPECTED: Readonly<Record<ValueKind, string>> = {
  amounts: "a decimal below 10^14 with at most 24 places",
  times: "a time such as 2026-09-01T00:00:00Z",
};

/** The amounts that a table holds and one of the bases looks at, or its times. */
export function valuesOf(table: BillTable, kind: ValueKind, bases: readonly Basis[]): Value[] {
  const { format } = table;
  const used = new Set(
    kind === "amounts" ? bases.flatMap((basis) => format.used(basis)) : format.times.map(({ name }) => name),
  );
  return format[kind].flatMap(({ name, from }) => {
    const column = used.has(name) ? columnFor(table, from) : undefined;
    if (column === undefined) return [];
    return { name, column, sql: valueSql(column, kind), unreadable: unreadable(column, kind) };
  });
}

/**
 * Refuses a table with a time that cannot be read, in whatever period the line may be.
 *
 * @throws bad-input naming file, line, column and value
 */
export async function refuseUnreadableTimes(database: Database, table: BillTable): Promise<void> {
  for (const { column, unreadable: wrong } of valuesOf(table, "times", [])) {
    if (column.refused === undefined && column.type.startsWith("TIMESTAMP")) continue;
    // A bill has many lines and few times.
    const found = await database.rows(
      `SELECT 1 FROM (SELECT DISTINCT ${column.refused ?? column.sql} FROM ${fromTable(table)}) WHERE ${wrong} LIMIT 1`,
    );
    if (found.length > 0) throw await unreadableValue(database, table, "times", []);
  }
}

/** The error that names the first amount or time of a table that cannot be read. */
export async function unreadableValue(
  database: Database,
  table: BillTable,
  kind: ValueKind,
  bases: readonly Basis[],
): Promise<TagledgerError> {
  for (const { column, unreadable: wrong } of valuesOf(table, kind, bases)) {
    const [found] = await database.rows(
      `SELECT file_row_number AS row, CAST(${column.refused ?? column.sql} AS VARCHAR) AS value
       FROM ${fromTable(table)} WHERE ${wrong} ORDER BY row LIMIT 1`,
    );
    if (found === undefined) continue;
    const place = await table.placeOf(Number(found.row));
    const value = String(found.value);
    return badInput(`${place}: ${column.name} is "${value}", not ${EXPECTED[kind]}`, {
      file: table.path,
      column: column.name,
      value,
    });
  }
  return badInput(`${table.path}: one of the ${kind} cannot be read`, { file: table.path });
}

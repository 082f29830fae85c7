import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { INDEXES, type Item, type Stretch } from "../ledger/items.ts";

/** The statements of a table of items, prepared once each. */
export interface Statements {
  readonly get: StatementSync;
  readonly version: StatementSync;
  readonly put: StatementSync;
  readonly remove: StatementSync;
  readonly removeExpired: StatementSync;
  query(stretch: Pick<Stretch, "index" | "descending">): StatementSync;
}

const COLUMNS = [
  "partition",
  "sort",
  "version",
  "expires",
  "body",
  ...INDEXES.flatMap((index) => [`${index}_partition`, `${index}_sort`]),
];
const FOUND = "partition, sort, version, body";

/** Prepares the statements of a database. */
export function prepareStatements(database: DatabaseSync): Statements {
  const queries = new Map<string, StatementSync>();
  return {
    get: database.prepare(`SELECT ${FOUND}, sort AS place FROM items WHERE partition = ? AND sort = ?`),
    version: database.prepare("SELECT version FROM items WHERE partition = ? AND sort = ?"),
    put: database.prepare(
      `INSERT INTO items (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map(() => "?").join(", ")})
      ON CONFLICT (partition, sort) DO UPDATE SET
      ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}`,
    ),
    remove: database.prepare("DELETE FROM items WHERE partition = ? AND sort = ?"),
    removeExpired: database.prepare("DELETE FROM items WHERE expires <= ?"),
    query(stretch) {
      const sql = querySql(stretch);
      const known = queries.get(sql) ?? database.prepare(sql);
      queries.set(sql, known);
      return known;
    },
  };
}

/** The values of an item in the order of the columns. */
export function valuesOf(item: Item): SQLInputValue[] {
  const { partition, sort, version, expires, body, indexes = {} } = item;
  const keys = INDEXES.flatMap((index) => [indexes[index]?.partition ?? null, indexes[index]?.sort ?? null]);
  return [partition, sort, version, expires ?? null, body, ...keys];
}

function querySql({ index, descending = false }: Pick<Stretch, "index" | "descending">): string {
  const [partition, sort] =
    index === undefined ? ["partition", "sort"] : [`${index}_partition`, `${index}_sort`];
  return `SELECT ${FOUND}, ${sort} AS place FROM items
    WHERE ${partition} = ? AND ${sort} BETWEEN ? AND ?
    ORDER BY ${sort} ${descending ? "DESC" : "ASC"} LIMIT ?`;
}

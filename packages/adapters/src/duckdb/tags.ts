import { isNamed } from "../bills/format.ts";
import { tagSources } from "../bills/tag-sources.ts";
import { type BillTable, fromTable } from "./bill-table.ts";
import { type RawValue, textOf } from "./columns.ts";
import type { Database } from "./database.ts";
import { entryOf, keysOf } from "./entries.ts";

/** The values of tag keys in a table, as SQL, one for each key; empty where a line has no such tag. */
export async function tagColumns(
  database: Database,
  table: BillTable,
  tagKeys: readonly string[],
): Promise<string[]> {
  // The queries that group by tags need one.
  if (tagKeys.length === 0) return ["''"];
  return tagValues(await tagPlaces(database, table), tagKeys).map((values) => textOf(values));
}

/** What a table holds for each of the tag keys: values of which the first given counts. */
export function tagValues(
  places: ReadonlyMap<string, readonly string[]>,
  tagKeys: readonly string[],
): RawValue[][] {
  return tagSources(tagKeys, [...places.keys()]).map((names) =>
    names.flatMap((name) => places.get(name) ?? []).map((sql) => ({ sql, type: "VARCHAR" })),
  );
}

/** All tags that a table holds, by their names in it, and where each stands. */
export async function tagPlaces(database: Database, table: BillTable): Promise<Map<string, string[]>> {
  const { format, columns } = table;
  const places = new Map<string, string[]>();
  const add = (name: string, sql: string) => places.set(name, [...(places.get(name) ?? []), sql]);
  for (const { name, sql, type } of columns) {
    if (!format.tagColumns.test(name)) continue;
    add(name.replace(format.tagColumns, ""), type === "VARCHAR" ? sql : `CAST(${sql} AS VARCHAR)`);
  }
  for (const column of columns.filter(({ name }) => isNamed(name, format.tagMaps))) {
    const rows = await database.rows(
      `SELECT DISTINCT unnest(${keysOf(column)}) AS key FROM ${fromTable(table)}`,
    );
    for (const { key } of rows) if (key !== null) add(String(key), entryOf(column, String(key)));
  }
  return places;
}

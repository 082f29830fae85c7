import type { Basis } from "@tagledger/core/costs/charge";
import { type BillTable, fromTable } from "./bill-table.ts";
import { rawTexts, textOf } from "./columns.ts";
import { valuesOf } from "./values.ts";

/**
 * The query that gives a table's columns the names that its format's SQL reads: texts without NULL, times in UTC,
 * exact amounts, one column for each tag.
 *
 * @param tags the value of each tag, as SQL
 */
export function sourceQuery(table: BillTable, bases: readonly Basis[], tags: readonly string[]): string {
  const { texts, times, amounts } = table.format;
  const found = { amounts: valuesOf(table, "amounts", bases), times: valuesOf(table, "times", bases) };
  const sqlOf = new Map([...found.amounts, ...found.times].map(({ name, sql }) => [name, sql]));
  const selected = [
    "file_row_number AS row",
    `${found.amounts.map(({ unreadable }) => unreadable).join(" OR ") || "FALSE"} AS unreadable`,
    ...texts.map((source) => `${textOf(rawTexts(table, source), source.digits)} AS ${source.name}`),
    ...times.map(({ name }) => `${sqlOf.get(name) ?? "CAST(NULL AS TIMESTAMPTZ)"} AS ${name}`),
    ...amounts.map(({ name }) => `${sqlOf.get(name) ?? "CAST(NULL AS DECIMAL(38, 24))"} AS ${name}`),
    ...tags.map((sql, index) => `${sql} AS tag_${index}`),
  ];
  return `SELECT ${selected.join(",\n  ")}\nFROM ${fromTable(table)}`;
}

import { columnFor } from "../columns.ts";
import { literal } from "../database.ts";
import { factsOf } from "./column-facts.ts";
import type { Slice } from "./part.ts";
import { timesOf, timestampLiteral } from "./times.ts";

/** How bills write that there is no text. */
const ABSENT = ["", "NULL", "null", "\\N", "None"];

/** A month in epoch milliseconds. */
export interface Month {
  readonly start: number;
  readonly end: number;
}

/** The conditions on which a row of a slice is in it, and a charge of the month. */
export function lineFilter(slice: Slice, month: Month): string[] {
  const { rows } = slice;
  const inside = rows === undefined ? [] : [`file_row_number BETWEEN ${rows.from} AND ${rows.to - 1}`];
  return [...chargeFilter(slice, month), ...inside];
}

/** The conditions on which a row of a slice is a charge of the month; none where all are. */
export function chargeFilter(slice: Slice, { start, end }: Month): string[] {
  const tables = { table: slice.parts[0].table, parts: slice.parts };
  const { period } = timesOf(tables);
  const inside = `${period} >= ${timestampLiteral(start)} AND ${period} < ${timestampLiteral(end)}`;
  return [...(slice.parts.some(({ outside }) => outside > 0) ? [inside] : []), ...charges(slice)];
}

/** The conditions on which a row is a charge at all. */
export function charges({ parts }: Slice): string[] {
  const { table } = parts[0];
  return table.format.leftOut.flatMap(({ column: name, texts }) => {
    const column = columnFor(table, table.format.texts.find((text) => text.name === name)?.from ?? []);
    if (column === undefined) return [];
    const { constant } = factsOf(parts, column);
    if (constant === null || (constant !== undefined && isCharge(constant, texts))) return [];
    const text = `CAST(${column.sql} AS VARCHAR)`;
    const list = (texts === "any" ? ABSENT : texts).map(literal).join(", ");
    return [
      texts === "any" ? `coalesce(${text} IN (${list}), TRUE)` : `coalesce(${text} NOT IN (${list}), TRUE)`,
    ];
  });
}

function isCharge(text: string, leftOut: readonly string[] | "any"): boolean {
  return leftOut === "any" ? ABSENT.includes(text) : !leftOut.includes(text);
}

import { rename } from "node:fs/promises";
import { TagledgerError } from "@tagledger/core/errors";
import { type Database, literal } from "../database.ts";
import { unreadableValue } from "../values.ts";
import type { FewValues } from "./few-values.ts";
import { fromSlice, type Grouping, groupedLines, rawKeys } from "./grouped-lines.ts";
import { chargeFilter, lineFilter } from "./line-filter.ts";
import { fromFiles } from "./merge.ts";
import { rowsOf, type Slice } from "./part.ts";
import { partialCells } from "./partials.ts";
import { renamed, unreadablePart } from "./parts.ts";
import { morePlaces, type Places, UNREADABLE_AMOUNT } from "./sums.ts";

/** Where the partial cells of a slice go, and what its amounts are taken to be like. */
export interface Writing {
  readonly path: string;
  readonly places: Places;
  readonly dated: boolean;
  /** Null where they are not worth being known. */
  readonly values: FewValues | null;
}

/**
 * Groups a slice into a file of partial cells; quickly where all its amounts have few places, as those of most bills do.
 *
 * @returns the groups, and how many places the amounts were found to have at most
 * @throws bad-input naming file, line, column and value of an amount that cannot be read
 */
export async function writeSlice(
  database: Database,
  slice: Slice,
  grouping: Grouping,
  { path, places, dated, values }: Writing,
): Promise<{ groups: number; places: Places }> {
  const [{ table, place }] = slice.parts;
  const again =
    places === undefined
      ? undefined
      : () => writeSlice(database, slice, grouping, { path, dated, values, places: morePlaces(places) });
  try {
    const lists = await values?.of(slice, rawKeys(slice, grouping));
    const quick = { ...(places && { places }), ...(lists && { lists }) };
    const query = partialCells(groupedLines(slice, { ...grouping, ...quick }), grouping.needs, dated);
    const [copied] = await database.rows(
      `COPY (${query}) TO ${literal(`${path}.unfinished`)} (FORMAT parquet, COMPRESSION snappy)`,
    );
    const lost = await lostLines(database, slice, grouping, `${path}.unfinished`);
    if (lost !== 0 && again !== undefined) return await again();
    if (lost !== 0) throw new TagledgerError("outside-failure", `${place}: ${lost} lines were not grouped`);
    await rename(`${path}.unfinished`, path);
    return { groups: Number(copied?.Count ?? 0), places };
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof TagledgerError) throw cause;
    if (again !== undefined) return await again();
    if (cause.message.includes(UNREADABLE_AMOUNT)) throw await firstUnreadable(database, slice, grouping);
    throw unreadablePart(cause, table.path, place);
  }
}

async function firstUnreadable(database: Database, { parts }: Slice, { bases }: Grouping): Promise<unknown> {
  const errors: TagledgerError[] = [];
  for (const { table, place } of parts) {
    const error = await unreadableValue(database, table, "amounts", bases);
    if ("column" in error.fields) return renamed(error, table.path, place);
    errors.push(error);
  }
  return errors[0];
}

/** How many lines were not grouped: the file's own footer and the filter tell how many there are. */
async function lostLines(
  database: Database,
  slice: Slice,
  grouping: Grouping,
  path: string,
): Promise<number> {
  const conditions = [...lineFilter(slice, grouping.month), ...(grouping.where ?? [])];
  const all = chargeFilter(slice, grouping.month).length === 0 && grouping.where === undefined;
  const counted = all
    ? rowsOf(slice)
    : await count(
        database,
        `SELECT count(*) AS lines FROM ${fromSlice(slice)} WHERE ${conditions.join(" AND ")}`,
      );
  return counted - (await count(database, `SELECT sum(lines) AS lines FROM ${fromFiles([path])}`));
}

async function count(database: Database, sql: string): Promise<number> {
  const [row] = await database.rows(sql);
  return Number(row?.lines ?? 0);
}

import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { fromTable } from "../bill-table.ts";
import { columnFor, rawTexts, textOf } from "../columns.ts";
import type { Queries } from "../database.ts";
import { type HashRun, hashRuns, keepHashes, readRuns } from "./kept-hashes.ts";
import { charges } from "./line-filter.ts";
import type { OpenPart } from "./part.ts";
import type { Parts } from "./parts.ts";
import { repeated } from "./repeated.ts";

/** How many doubtful ids are looked up at once. */
const LOOKED_UP = 1000;

/** Keeps hashes of the ids of a part's lines and their intervals on disk; a line without an id has none. */
export async function keepLineIds(database: Queries, part: OpenPart, folder: string): Promise<void> {
  const query = hashesOf(part) ?? "SELECT CAST(0 AS UBIGINT) AS hash WHERE FALSE";
  await keepHashes(database, query, idsFile(folder, part.index));
}

/** Where the hashes of all parts lie. */
export function lineRuns(database: Queries, parts: Parts, folder: string): Promise<HashRun[]> {
  return hashRuns(
    database,
    Array.from({ length: parts.count }, (_, index) => idsFile(folder, index)),
  );
}

/** The hashes of lines that seem to stand twice. */
export function doubtfulLines(runs: readonly HashRun[]): Promise<bigint[]> {
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  return repeated(count, () => readRuns(runs));
}

/**
 * Refuses a delivery in which a line does stand twice: the same id and interval.
 *
 * @throws bad-input naming the id and where it stands
 */
export async function refuseRepeated(
  database: Queries,
  parts: Parts,
  doubtful: readonly bigint[],
): Promise<void> {
  if (doubtful.length > 0) await lookUp(database, parts, doubtful.slice(0, LOOKED_UP));
}

async function lookUp(database: Queries, parts: Parts, hashes: readonly bigint[]): Promise<void> {
  const seen = new Map<string, string>();
  for (let index = 0; index < parts.count; index++) {
    const part = await parts.open(index);
    const { table } = part;
    const [id, interval] = textsOf(part);
    const query = hashesOf(part, ["file_row_number AS row", `${id} AS id`, `${interval} AS interval`]);
    if (query === undefined) continue;
    const rows = await database.rows(
      `SELECT row, id, interval FROM (${query}) WHERE hash IN (${hashes.join(", ")}) ORDER BY row`,
    );
    for (const row of rows) {
      const [lineId, time] = [String(row.id), String(row.interval)];
      const line = JSON.stringify([lineId, time]);
      const place = await table.placeOf(Number(row.row));
      const before = seen.get(line);
      if (before !== undefined) {
        const files = [before, place];
        throw badInput(`${before} and ${place} are the same line: ${lineId} of ${time}`, {
          line: lineId,
          files,
        });
      }
      seen.set(line, place);
    }
  }
}

function hashesOf(part: OpenPart, columns: readonly string[] = []): string | undefined {
  const { table } = part;
  const sourceOf = (name: string) => table.format.texts.find((source) => source.name === name)?.from ?? [];
  const id = columnFor(table, sourceOf("line_id"));
  if (id === undefined) return undefined;
  const interval = columnFor(table, sourceOf("time_interval"));
  const conditions = [
    `${id.sql} IS NOT NULL AND CAST(${id.sql} AS VARCHAR) <> ''`,
    ...charges({ parts: [part] }),
  ];
  const hashed = interval === undefined ? id.sql : `${id.sql}, ${interval.sql}`;
  return `SELECT ${[`hash(${hashed}) AS hash`, ...columns].join(", ")} FROM ${fromTable(table)}
    WHERE ${conditions.join(" AND ")}`;
}

function textsOf({ table }: OpenPart): [string, string] {
  const text = (name: string) => {
    const source = table.format.texts.find((each) => each.name === name);
    return textOf(source === undefined ? [] : rawTexts(table, source));
  };
  return [text("line_id"), text("time_interval")];
}

function idsFile(folder: string, index: number): string {
  return join(folder, `ids-${index}.parquet`);
}

import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Basis } from "@tagledger/core/costs/charge";
import type { PlacedCombinations, PlacedDay } from "@tagledger/core/ports/ingestion";
import { type Database, literal } from "../database.ts";
import { amountOf } from "../staging/checks.ts";

/** Cells that are grouped by destination at once, which bounds memory. */
const CELLS = 2_000_000;
/** Numbers that are written at once. */
const TOGETHER = 50_000;

/** What counts at each destination, by day, service and account, in this order. */
export async function* placedDays(
  database: Database,
  from: string,
  bases: readonly Basis[],
  placed: PlacedCombinations,
): AsyncIterable<readonly PlacedDay[]> {
  await loadPlaced(database, placed);
  for (const { first, last } of await rangesOf(database, from)) {
    for await (const columns of database.columns(daysQuery(from, bases, first, last))) {
      const number = (column: number, row: number) => Number(columns[column]?.[row] ?? 0);
      yield (columns[0] ?? []).map((_, row) => ({
        destination: number(0, row),
        day: number(1, row),
        service: String(columns[2]?.[row] ?? ""),
        account: String(columns[3]?.[row] ?? ""),
        lines: number(4, row),
        amounts: Object.fromEntries(bases.map((basis, at) => [basis, amountOf(columns[5 + at]?.[row])])),
      }));
    }
  }
}

/** As text DuckDB reads many numbers faster than it could be handed them one by one. */
async function loadPlaced(database: Database, placed: PlacedCombinations): Promise<void> {
  const path = join(database.folder, "placed.csv");
  await pipeline(linesOf(placed), createWriteStream(path));
  await database.run(
    `CREATE OR REPLACE TABLE placed AS
     SELECT * FROM read_csv(${literal(path)}, header = false, auto_detect = false, delim = ',',
       columns = {combination: 'INTEGER', destination: 'INTEGER'})`,
  );
  await rm(path);
}

function* linesOf(placed: PlacedCombinations): Generator<string> {
  for (let start = 0; start < placed.length; start += TOGETHER) {
    let text = "";
    for (let at = start; at < Math.min(start + TOGETHER, placed.length); at++) {
      const destination = placed[at] ?? -1;
      if (destination >= 0) text += `${at},${destination}\n`;
    }
    yield text;
  }
}

/** Ranges of destinations with few cells each. */
async function rangesOf(database: Database, from: string): Promise<{ first: number; last: number }[]> {
  const rows = await database.rows(
    `SELECT min(destination) AS first, max(destination) AS last
     FROM (
       SELECT destination, (sum(cells) OVER (ORDER BY destination) - cells) // ${CELLS} AS part
       FROM (SELECT destination, count(*) AS cells FROM ${from} JOIN placed USING (combination) GROUP BY destination)
     )
     GROUP BY part
     ORDER BY first`,
  );
  return rows.map(({ first, last }) => ({ first: Number(first), last: Number(last) }));
}

function daysQuery(from: string, bases: readonly Basis[], first: number, last: number): string {
  const sums = bases.map((basis) => `sum(${basis}) AS ${basis}`);
  return `
    SELECT destination, day, service, account, sum(lines) AS lines, ${sums.join(", ")}
    FROM ${from} JOIN placed USING (combination)
    WHERE destination BETWEEN ${first} AND ${last}
    GROUP BY destination, day, service, account
    ORDER BY destination, day, service, account`;
}

import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PlacedCombinations } from "@tagledger/core/ports/ingestion";
import { type Database, literal } from "../database.ts";

/** Numbers that are written at once. */
const TOGETHER = 50_000;

/** A service and an account. */
export interface Names {
  readonly service: string;
  readonly account: string;
}

/**
 * Makes the table `placed`: the destination of each combination that has one, and the number of its service and account.
 *
 * @returns services and accounts by their number, in their order: few texts that millions of cells have in common
 */
export async function loadPlaced(
  database: Database,
  from: string,
  placed: PlacedCombinations,
): Promise<Names[]> {
  // As text DuckDB reads many numbers faster than it could be handed them one by one.
  const path = join(database.folder, "placed.csv");
  await pipeline(linesOf(placed), createWriteStream(path));
  await database.run(
    `CREATE OR REPLACE TABLE placed AS
     SELECT combination, destination, first(service) AS service, first(account) AS account,
       CAST(dense_rank() OVER (ORDER BY first(service), first(account)) - 1 AS INTEGER) AS names
     FROM ${from} JOIN read_csv(${literal(path)}, header = false, auto_detect = false, delim = ',',
       columns = {combination: 'INTEGER', destination: 'INTEGER'}) USING (combination)
     GROUP BY combination, destination`,
  );
  await rm(path);
  const rows = await database.rows("SELECT DISTINCT names, service, account FROM placed ORDER BY names");
  // There may be millions of combinations, whose texts would only take the room of what is grouped next.
  await database.run("ALTER TABLE placed DROP service; ALTER TABLE placed DROP account");
  return rows.map(({ service, account }) => ({
    service: String(service ?? ""),
    account: String(account ?? ""),
  }));
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

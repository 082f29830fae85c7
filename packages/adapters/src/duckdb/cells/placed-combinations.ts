import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PlacedCombinations } from "@tagledger/core/ports/ingestion";
import { type Database, literal } from "../database.ts";

/** Numbers that are written at once. */
const TOGETHER = 50_000;

/** Makes the table `placed`: the destination of each combination that has one. */
export async function loadPlaced(database: Database, placed: PlacedCombinations): Promise<void> {
  // As text DuckDB reads many numbers faster than it could be handed them one by one.
  const path = join(database.folder, "placed.csv");
  await pipeline(linesOf(placed), createWriteStream(path));
  await database.run(
    `CREATE OR REPLACE TABLE placed AS
     FROM read_csv(${literal(path)}, header = false, auto_detect = false, delim = ',',
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

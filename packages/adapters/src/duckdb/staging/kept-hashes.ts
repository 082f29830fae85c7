import { closeSync, openSync, readSync } from "node:fs";
import { type Database, fileLiteral, literal } from "../database.ts";

/** Where some hashes lie in a file, one after another, as pairs of 32-bit numbers, the lower one first. */
export interface HashRun {
  readonly path: string;
  readonly offset: number;
  readonly count: number;
}

/** Writes the 64-bit numbers that a query gives, none of them NULL, as they lie in memory, which is how Parquet has them. */
export async function keepHashes(database: Database, query: string, path: string): Promise<void> {
  await database.run(
    `COPY (${query}) TO ${literal(path)}
     (FORMAT parquet, COMPRESSION uncompressed, PARQUET_VERSION v1, DICTIONARY_SIZE_LIMIT 0, ROW_GROUP_SIZE 1000000, PRESERVE_ORDER false)`,
  );
}

/** Where the hashes lie that were kept in a file. */
export async function hashRuns(database: Database, path: string): Promise<HashRun[]> {
  const rows = await database.rows(
    `SELECT data_page_offset + total_compressed_size - 8 * num_values AS start, num_values AS hashes,
       encodings = 'PLAIN' AND total_compressed_size - 8 * num_values BETWEEN 0 AND 200 AS one_page
     FROM parquet_metadata(${fileLiteral(path)}) WHERE num_values > 0 ORDER BY row_group_id`,
  );
  return rows.map(({ start, hashes, one_page }) => {
    if (one_page !== true) throw new Error(`${path}: hashes do not lie one after another`);
    return { path, offset: Number(start), count: Number(hashes) };
  });
}

/** Hashes that are given at once. */
const TOGETHER = 131_072;

/** The hashes of some runs, some at a time, in memory that the next use again. */
export function* readRuns(runs: readonly HashRun[]): Generator<Uint32Array> {
  const held = new Uint32Array(2 * TOGETHER);
  for (const { path, offset, count } of runs) {
    const file = openSync(path, "r");
    try {
      for (let from = 0; from < count; from += TOGETHER) {
        const some = Math.min(TOGETHER, count - from);
        if (readSync(file, held, 0, 8 * some, offset + 8 * from) < 8 * some)
          throw new Error(`${path}: hashes are missing`);
        yield held.subarray(0, 2 * some);
      }
    } finally {
      closeSync(file);
    }
  }
}

import { closeSync, openSync, readSync } from "node:fs";
import { groupBy } from "@tagledger/core/text/group-by";
import { fileLiteral, literal, type Queries } from "../database.ts";

/** Where some hashes lie in a file, one after another, as pairs of 32-bit numbers, the lower one first. */
export interface HashRun {
  readonly path: string;
  readonly offset: number;
  readonly count: number;
}

/** Hashes that lie one after another; with more, what is written is not in a processor's cache any more. */
const RUN = 61_440;

/** Writes the 64-bit numbers that a query gives, none of them NULL, as they lie in memory, which is how Parquet has them. */
export async function keepHashes(database: Queries, query: string, path: string): Promise<void> {
  await database.run(
    `COPY (${query}) TO ${literal(path)}
     (FORMAT parquet, COMPRESSION uncompressed, PARQUET_VERSION v1, DICTIONARY_SIZE_LIMIT 0, WRITE_BLOOM_FILTER false,
      ROW_GROUP_SIZE ${RUN}, PRESERVE_ORDER false)`,
  );
}

/** Where the hashes lie that were kept in some files. */
export async function hashRuns(database: Queries, paths: readonly string[]): Promise<HashRun[]> {
  if (paths.length === 0) return [];
  const rows = await database.rows(
    `SELECT file_name AS path, data_page_offset + total_compressed_size - 8 * num_values AS start, num_values AS hashes,
       encodings = 'PLAIN' AND total_compressed_size - 8 * num_values BETWEEN 0 AND 200 AS one_page
     FROM parquet_metadata([${paths.map(fileLiteral).join(", ")}]) WHERE num_values > 0 ORDER BY path, row_group_id`,
  );
  return rows.map(({ path, start, hashes, one_page }) => {
    if (one_page !== true) throw new Error(`${path}: hashes do not lie one after another`);
    return { path: String(path), offset: Number(start), count: Number(hashes) };
  });
}

/** Hashes that are given at once: few, so that whoever looks at them is soon back. */
const TOGETHER = 32_768;

/** The hashes of some runs, some at a time, in memory that the next use again. */
export function* readRuns(runs: readonly HashRun[]): Generator<Uint32Array> {
  const held = new Uint32Array(2 * TOGETHER);
  for (const [path, inFile] of groupBy(runs, (run) => run.path)) {
    const file = openSync(path, "r");
    try {
      for (const { offset, count } of inFile) {
        for (let from = 0; from < count; from += TOGETHER) {
          const some = Math.min(TOGETHER, count - from);
          if (readSync(file, held, 0, 8 * some, offset + 8 * from) < 8 * some)
            throw new Error(`${path}: hashes are missing`);
          yield held.subarray(0, 2 * some);
        }
      }
    } finally {
      closeSync(file);
    }
  }
}

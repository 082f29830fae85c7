import { type Database, threadsOf } from "../database.ts";
import type { Lines } from "./lines.ts";
import type { Parts } from "./parts.ts";
import { type LookedAt, lookAtParts } from "./summary.ts";

/** What was read of all lines. */
export interface ReadLines extends LookedAt {
  /** Files of partial cells. */
  readonly files: readonly string[];
}

/**
 * Groups all lines and hashes their ids: at the same time, so that neither waits where the other keeps one core busy; one
 * after the other where there is but one thread, in which both would only take more memory.
 */
export async function readLines(
  { database, folder }: { readonly database: Database; readonly folder: string },
  parts: Parts,
  lines: Lines,
): Promise<ReadLines> {
  if ((await threadsOf(database)) === 1) {
    const files = await lines.all();
    return { files, ...(await lookAtParts(database, parts, folder)) };
  }
  const looking = lookAtParts(await database.beside(), parts, folder);
  // What goes wrong there is told once lines are grouped.
  looking.catch(() => {});
  const files = await lines.all().catch(async (error: unknown) => {
    await Promise.allSettled([parts.stop(), looking]);
    throw error;
  });
  return { files, ...(await looking) };
}

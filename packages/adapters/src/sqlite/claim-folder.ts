import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A folder that this process has for itself. */
export interface ClaimedFolder {
  readonly folder: string;
  release(): void;
}

/**
 * Claims a folder for this process, until it releases it or ends, however it ends: the lock of a database goes with its
 * process.
 *
 * @returns null where another process has it, or it cannot be had
 */
export function claimFolder(folder: string): ClaimedFolder | null {
  try {
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, "claimed.sqlite"), { timeout: 0 });
    try {
      database.exec("BEGIN EXCLUSIVE");
      return { folder, release: () => database.close() };
    } catch {
      database.close();
      return null;
    }
  } catch {
    return null;
  }
}

import type { DatabaseSync } from "node:sqlite";

/**
 * How a transaction begins: `DEFERRED` to read one state, `IMMEDIATE` to write, because a reader that becomes a writer
 * half-way could be too late.
 */
export type Begin = "DEFERRED" | "IMMEDIATE";

/** Does something in a transaction: all of it or, when it fails, nothing. */
export function inTransaction<T>(database: DatabaseSync, begin: Begin, act: () => T): T {
  database.exec(`BEGIN ${begin}`);
  try {
    const result = act();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // Some failures have ended the transaction already.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

import { existsSync, rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Ledger } from "@tagledger/core/ports";
import { type Stores, storesIn } from "../ledger/stores.ts";
import { openDatabase } from "./database.ts";
import { sqliteItems } from "./items.ts";
import { explained, isBusy } from "./trouble.ts";

/**
 * Opens the ledger in a file, a new one where there is none. Several processes may have it open.
 *
 * @throws bad-input when the file is no ledger, or comes from a newer version
 * @throws outside-failure when it is locked, damaged or out of reach
 * @example const ledger = await openSqliteLedger(".tagledger/ledger.sqlite")
 */
export async function openSqliteLedger(path: string): Promise<Ledger> {
  return (await openSqliteStores(path)).ledger;
}

/** Opens the ledger in a file and what is known of bills, which stands beside it; to close the ledger closes both. */
export async function openSqliteStores(path: string): Promise<Stores> {
  return storesIn(sqliteItems(openDatabase(path), path));
}

/**
 * Removes the ledger in a file, whatever its state, so that the next one opened there is new.
 *
 * @throws outside-failure when somebody has it open
 */
export async function removeSqliteLedger(path: string): Promise<void> {
  if (existsSync(path)) explained(path, () => checkUnused(path));
  // The file itself last: changes of one ledger must never be found beside another.
  for (const ending of ["-wal", "-shm", ""]) rmSync(`${path}${ending}`, { force: true });
}

/** What somebody writes to a file that was removed is lost, and SQLite leaves the log of changes only where it is alone. */
function checkUnused(path: string): void {
  try {
    const database = new DatabaseSync(path, { timeout: 0 });
    try {
      database.exec("PRAGMA journal_mode = DELETE");
    } finally {
      database.close();
    }
  } catch (error) {
    // Whatever else is wrong with it is no reason to keep it.
    if (isBusy(error)) throw error;
  }
}

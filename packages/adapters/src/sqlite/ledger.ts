import { rmSync } from "node:fs";
import type { Ledger } from "@tagledger/core/ports";
import { type Stores, storesIn } from "../ledger/stores.ts";
import { openDatabase } from "./database.ts";
import { sqliteItems } from "./items.ts";

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

/** Removes the ledger in a file, whatever its state, so that the next one opened there is new; nobody may have it open. */
export async function removeSqliteLedger(path: string): Promise<void> {
  // The file itself last: changes of one ledger must never be found beside another.
  for (const ending of ["-wal", "-shm", ""]) rmSync(`${path}${ending}`, { force: true });
}

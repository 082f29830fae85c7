import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { TagledgerError } from "@tagledger/core/errors";
import { migrate } from "./schema.ts";
import { explained } from "./trouble.ts";

/** How long to wait for another process, in milliseconds; a transaction takes a fraction of one. */
const PATIENCE = 5000;

/**
 * Opens a file as a database of items, a new one where there is none.
 *
 * @throws bad-input when the file is no ledger, or comes from a newer version
 * @throws outside-failure when it is locked, damaged or out of reach
 */
export function openDatabase(path: string, patience = PATIENCE): DatabaseSync {
  makeFolder(dirname(path));
  return explained(path, () => {
    const database = new DatabaseSync(path, { timeout: patience });
    try {
      // What is overwritten or removed is gone, when a ledger is brought to a newer version, too: a name that was
      // forgotten must not stay in a corner of the file. By itself, this changes nothing in a file.
      database.exec("PRAGMA secure_delete = ON");
      // Before anything else, because nothing may be changed in a file that is not ours.
      migrate(database, path);
      configure(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const message = `no ledger can be kept in ${folder}: ${cause instanceof Error ? cause.message : cause}`;
    throw new TagledgerError("outside-failure", message, { folder }, { cause });
  }
}

function configure(database: DatabaseSync): void {
  // Readers and a writer do not wait for each other. What was committed survives the end of the process; the end of
  // the machine may take the last moments, never a part of a transaction.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  // A file counts as in use from the first read on, and one that was just made was not read yet.
  database.exec("PRAGMA user_version");
}

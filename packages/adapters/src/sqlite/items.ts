import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { type Change, changedKey, type FoundItem, holds, type ItemStore } from "../ledger/items.ts";
import { SharedWrites } from "./shared-writes.ts";
import { prepareStatements, type Statements, valuesOf } from "./statements.ts";
import { inTransaction } from "./transaction.ts";
import { explained } from "./trouble.ts";

const NO_LIMIT = -1;

/** Items in an SQLite database, which is closed with them. */
export function sqliteItems(database: DatabaseSync, path: string): ItemStore {
  const statements = prepareStatements(database);
  const whileOpen = <T>(act: () => T): T => {
    if (!database.isOpen) throw new Error("the ledger is closed");
    return explained(path, act);
  };
  const guarded = async <T>(act: () => T): Promise<T> => {
    // SQLite answers at once, so a caller in a loop would never let timers and sockets have their turn.
    await setImmediate();
    return whileOpen(act);
  };
  // To end a transaction takes longer than most writes.
  const shared = new SharedWrites((writes) => whileOpen(() => writeAll(database, statements, writes)));
  return {
    get: ({ partition, sort }) =>
      guarded(() => (statements.get.get(partition, sort) as FoundItem | undefined) ?? null),
    query: ({ partition, from, to, limit = NO_LIMIT, ...order }) =>
      guarded(() => statements.query(order).all(partition, from, to, limit) as unknown as FoundItem[]),
    write: (changes) => shared.write(changes),
    clean: (expiredBy) =>
      guarded(() => {
        const { changes } = statements.removeExpired.run(expiredBy);
        // What was replaced also stands in the log of changes until that is written back.
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return Number(changes);
      }),
    async close() {
      if (database.isOpen) explained(path, () => database.close());
    },
  };
}

/** One after the other in one transaction; of each the places of what was refused. */
function writeAll(
  database: DatabaseSync,
  statements: Statements,
  writes: readonly (readonly Change[])[],
): readonly (readonly number[])[] {
  return inTransaction(database, "IMMEDIATE", () => writes.map((changes) => write(statements, changes)));
}

function write(statements: Statements, changes: readonly Change[]): readonly number[] {
  const refused = changes.flatMap((change, place) => (isRefused(statements, change) ? [place] : []));
  if (refused.length === 0) for (const change of changes) make(statements, change);
  return refused;
}

function make({ put, remove }: Statements, change: Change): void {
  if ("remove" in change) remove.run(change.remove.partition, change.remove.sort);
  else if ("item" in change) put.run(...valuesOf(change.item));
}

function isRefused({ version }: Statements, change: Change): boolean {
  if ("remove" in change || change.when === undefined) return false;
  const { partition, sort } = changedKey(change);
  const found = version.get(partition, sort);
  return !holds(change.when, Number(found?.version ?? 0));
}

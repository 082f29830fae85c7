import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { type Change, changedKey, type FoundItem, holds, type ItemStore } from "../ledger/items.ts";
import { prepareStatements, type Statements, valuesOf } from "./statements.ts";
import { inTransaction } from "./transaction.ts";
import { explained } from "./trouble.ts";

const NO_LIMIT = -1;

/** Items in an SQLite database, which is closed with them. */
export function sqliteItems(database: DatabaseSync, path: string): ItemStore {
  const statements = prepareStatements(database);
  const guarded = async <T>(act: () => T): Promise<T> => {
    // SQLite answers at once, so a caller in a loop would never let timers and sockets have their turn.
    await setImmediate();
    if (!database.isOpen) throw new Error("the ledger is closed");
    return explained(path, act);
  };
  return {
    get: ({ partition, sort }) =>
      guarded(() => (statements.get.get(partition, sort) as FoundItem | undefined) ?? null),
    query: ({ partition, from, to, limit = NO_LIMIT, ...order }) =>
      guarded(() => statements.query(order).all(partition, from, to, limit) as unknown as FoundItem[]),
    write: (changes) => guarded(() => write(database, statements, changes)),
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

function write(
  database: DatabaseSync,
  statements: Statements,
  changes: readonly Change[],
): readonly number[] {
  return inTransaction(database, "IMMEDIATE", () => {
    const refused = changes.flatMap((change, place) => (isRefused(statements, change) ? [place] : []));
    if (refused.length === 0) for (const change of changes) make(statements, change);
    return refused;
  });
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

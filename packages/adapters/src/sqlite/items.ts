import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { type FoundItem, holds, type ItemStore, type Put } from "../ledger/items.ts";
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
    write: (puts) => guarded(() => write(database, statements, puts)),
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

function write(database: DatabaseSync, statements: Statements, puts: readonly Put[]): readonly number[] {
  return inTransaction(database, "IMMEDIATE", () => {
    const refused = puts.flatMap((put, place) => (isRefused(statements, put) ? [place] : []));
    if (refused.length === 0) for (const { item } of puts) statements.put.run(...valuesOf(item));
    return refused;
  });
}

function isRefused({ version }: Statements, { item, when }: Put): boolean {
  if (when === undefined) return false;
  const found = version.get(item.partition, item.sort);
  return !holds(when, Number(found?.version ?? 0));
}

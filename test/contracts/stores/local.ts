import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ItemStore } from "@tagledger/adapters/ledger/items";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { openDatabase } from "@tagledger/adapters/sqlite/database";
import { sqliteItems } from "@tagledger/adapters/sqlite/items";
import type { StoreContract } from "./with-store.ts";

/** Holds the stores that need nothing but Node to a contract. */
export function holdLocalStoresTo(contract: StoreContract): void {
  contract("memory", (use) => use(memoryItems()));
  contract("SQLite", withSqlite);
}

async function withSqlite(use: (store: ItemStore) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-store-"));
  const path = join(folder, "ledger.sqlite");
  const store = sqliteItems(openDatabase(path), path);
  try {
    await use(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { openDatabase } from "@tagledger/adapters/sqlite/database";
import { sqliteItems } from "@tagledger/adapters/sqlite/items";
import { mailRecordsContract } from "./mail/contract.ts";

mailRecordsContract("memory", (use) => use(memoryItems()));

mailRecordsContract("SQLite", async (use) => {
  const folder = mkdtempSync(join(tmpdir(), "mail-records-"));
  const path = join(folder, "ledger.sqlite");
  const store = sqliteItems(openDatabase(path), path);
  try {
    await use(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
});

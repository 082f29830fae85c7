import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { openSqliteStores } from "@tagledger/adapters/sqlite/ledger";
import { billRecordsContract } from "./bills/contract.ts";

billRecordsContract("memory", (use) => use(memoryStores().bills));

billRecordsContract("SQLite", async (use) => {
  const folder = mkdtempSync(join(tmpdir(), "bill-records-"));
  const { ledger, bills } = await openSqliteStores(join(folder, "ledger.sqlite"));
  try {
    await use(bills);
  } finally {
    await ledger.close();
    rmSync(folder, { recursive: true });
  }
});

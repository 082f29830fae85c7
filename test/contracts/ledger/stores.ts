import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryLedger } from "@tagledger/adapters/memory/ledger";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import type { Ledger } from "@tagledger/core/ports";

/** A place for one ledger. */
export interface Place {
  /** Opens the ledger of this place; a store that keeps nothing opens an empty one each time. */
  open(): Promise<Ledger>;
  remove(): void | Promise<void>;
}

/** A kind of store, and what can be expected of it. */
export interface Store {
  readonly name: string;
  /** Whether it outlives the process, and several can have it open. */
  readonly durable: boolean;
  makePlace(): Place | Promise<Place>;
}

/** Every store that must keep the contract and needs nothing to run. */
export const STORES: readonly Store[] = [
  {
    name: "memory",
    durable: false,
    makePlace: () => ({ open: async () => memoryLedger(), remove: () => {} }),
  },
  {
    name: "SQLite",
    durable: true,
    makePlace() {
      const folder = mkdtempSync(join(tmpdir(), "ledger-"));
      return {
        open: () => openSqliteLedger(join(folder, "ledger.sqlite")),
        remove: () => rmSync(folder, { recursive: true }),
      };
    },
  },
];

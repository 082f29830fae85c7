import type { Ledger } from "@tagledger/core/ports";
import { type Stores, storesIn } from "../ledger/stores.ts";
import { memoryItems } from "./items.ts";

/** A ledger in memory: empty at first, and gone with the process. */
export function memoryLedger(): Ledger {
  return memoryStores().ledger;
}

/** A ledger in memory, and what is known of bills beside it. */
export function memoryStores(): Stores {
  return storesIn(memoryItems());
}

import type { Ledger } from "@tagledger/core/ports";
import { ledgerIn } from "../ledger/ledger.ts";
import { memoryItems } from "./items.ts";

/** A ledger in memory: empty at first, and gone with the process. */
export function memoryLedger(): Ledger {
  return ledgerIn(memoryItems());
}

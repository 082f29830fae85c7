import type { Ledger } from "@tagledger/core/ports";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { billRecordsIn } from "./bills/records.ts";
import type { ItemStore } from "./items.ts";
import { ledgerIn } from "./ledger.ts";

/** All that one table holds: the ledger, and what is known of bills. To close the ledger closes the table. */
export interface Stores {
  readonly ledger: Ledger;
  readonly bills: BillRecords;
}

/** What any store of items holds. */
export function storesIn(store: ItemStore): Stores {
  return { ledger: ledgerIn(store), bills: billRecordsIn(store) };
}

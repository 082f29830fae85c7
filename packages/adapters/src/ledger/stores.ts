import type { Ledger } from "@tagledger/core/ports";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import { billRecordsIn } from "./bills/records.ts";
import type { ItemStore } from "./items.ts";
import { ledgerIn } from "./ledger.ts";
import { snapshotRecordsIn } from "./snapshots/records.ts";

/** All that one table holds: the ledger, what is known of bills, and snapshots. To close the ledger closes the table. */
export interface Stores {
  readonly ledger: Ledger;
  readonly bills: BillRecords;
  readonly snapshots: SnapshotRecords;
}

/** What any store of items holds. */
export function storesIn(store: ItemStore): Stores {
  return { ledger: ledgerIn(store), bills: billRecordsIn(store), snapshots: snapshotRecordsIn(store) };
}

import type { Ledger } from "@tagledger/core/ports";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import type { MailRecords } from "@tagledger/core/ports/mail";
import type { SnapshotRecords } from "@tagledger/core/ports/snapshots";
import type { UploadRecords } from "@tagledger/core/ports/uploads";
import { billRecordsIn } from "./bills/records.ts";
import type { ItemStore } from "./items.ts";
import { ledgerIn } from "./ledger.ts";
import { mailRecordsIn } from "./mail/records.ts";
import { snapshotRecordsIn } from "./snapshots/records.ts";
import { uploadRecordsIn } from "./uploads/records.ts";

/** All that one table holds: the ledger, and what is known of bills, snapshots, uploads and mail. To close the ledger closes the table. */
export interface Stores {
  readonly ledger: Ledger;
  readonly bills: BillRecords;
  readonly snapshots: SnapshotRecords;
  readonly uploads: UploadRecords;
  readonly mail: MailRecords;
}

/** What any store of items holds. */
export function storesIn(store: ItemStore): Stores {
  return {
    ledger: ledgerIn(store),
    bills: billRecordsIn(store),
    snapshots: snapshotRecordsIn(store),
    uploads: uploadRecordsIn(store),
    mail: mailRecordsIn(store),
  };
}

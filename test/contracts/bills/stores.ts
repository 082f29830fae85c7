import type { BillRecords } from "@tagledger/core/ports/ingestion";

/** Does something with what is known of bills in such a store. */
export type WithRecords = (use: (records: BillRecords) => Promise<void>) => Promise<void>;

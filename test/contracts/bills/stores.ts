import type { ItemStore } from "@tagledger/adapters/ledger/items";
import type { BillRecords } from "@tagledger/core/ports/ingestion";

/** Does something with a store that is empty, and gone afterwards. */
export type WithStore = (use: (store: ItemStore) => Promise<void>) => Promise<void>;

/** Does something with what is known of bills in such a store. */
export type WithRecords = (use: (records: BillRecords) => Promise<void>) => Promise<void>;

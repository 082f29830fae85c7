import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import type { ItemStore } from "@tagledger/adapters/ledger/items";
import type { BillRecords } from "@tagledger/core/ports/ingestion";
import { describe } from "vitest";
import { crashContract } from "./crashes.ts";
import { monthContract } from "./months.ts";
import { periodContract } from "./periods.ts";
import { readerContract } from "./readers.ts";
import { retryContract } from "./retries.ts";
import { tidyingContract } from "./tidying.ts";

/** Does something with a store that is empty, and gone afterwards. */
export type WithStore = (use: (store: ItemStore) => Promise<void>) => Promise<void>;

/** Does something with what is known of bills in such a store. */
export type WithRecords = (use: (records: BillRecords) => Promise<void>) => Promise<void>;

/** What every store has to keep of bills. */
export function billRecordsContract(name: string, withStore: WithStore): void {
  const withRecords: WithRecords = (use) => withStore((store) => use(billRecordsIn(store)));

  describe(`${name}, of bills,`, () => {
    describe("of periods and versions", () => periodContract(withRecords));
    describe("of months", () => monthContract(withRecords));
    describe("when it is tidied", () => tidyingContract(withRecords));
    describe("tried again", () => retryContract(withStore));
    describe("while others write", () => readerContract(withStore));
    describe("whoever is killed", () => crashContract(withStore));
  });
}

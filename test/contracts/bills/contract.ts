import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import { describe } from "vitest";
import type { WithStore } from "../stores/with-store.ts";
import { crashContract } from "./crashes.ts";
import { monthContract } from "./months.ts";
import { periodContract } from "./periods.ts";
import { readerContract } from "./readers.ts";
import { retryContract } from "./retries.ts";
import type { WithRecords } from "./stores.ts";
import { tidyingContract } from "./tidying.ts";

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

import type { BillRecords, BillWrite } from "@tagledger/core/ports/ingestion";
import type { Change, ItemStore } from "../items.ts";
import { outgoingChange } from "../outbox.ts";
import { writeTogether } from "../write-together.ts";
import { listHolders } from "./holders.ts";
import { periodKey } from "./keys.ts";
import { readMonth } from "./month.ts";
import { listPeriods, periodChange, readPeriod } from "./periods.ts";
import { tidyDays } from "./tidy-days.ts";
import { listVersions, versionChange } from "./versions.ts";
import { writeDays } from "./write-days.ts";

/** What is known of bills in any store of items: beside the ledger, in the same table. */
export function billRecordsIn(store: ItemStore): BillRecords {
  return {
    periods: () => listPeriods(store),
    period: (period) => readPeriod(store, period),
    versions: (period) => listVersions(store, period),
    async transact(writes) {
      const changes = await Promise.all(writes.map((write) => changeOf(store, write)));
      return writeTogether(
        store,
        changes.map((change, place) => ({ change, place })),
      );
    },
    writeDays: (version, chain, days) => writeDays(store, version, chain, days),
    tidyDays: (state, name) => tidyDays(store, state, name),
    month: (holder, period) => readMonth(store, holder, period),
    holders: (period) => listHolders(store, period),
  };
}

async function changeOf(store: ItemStore, write: BillWrite): Promise<Change> {
  switch (write.kind) {
    case "period":
      return periodChange(write.state, write.revision);
    case "unchanged":
      return { check: periodKey(write.period), when: { version: write.revision } };
    case "version":
      return versionChange(store, write.version);
    case "outgoing":
      return outgoingChange(write.event);
  }
}

import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import type { ResourceHistory, ResourceRecord } from "@tagledger/core/ledger/resource";
import type { ItemStore } from "./items.ts";
import { HISTORY, historyPartition, WHOLE } from "./keys.ts";
import { accrualIn, factIn, recordIn } from "./resource-items.ts";

/** Reads all that is known under the name of a resource. */
export async function readHistory(store: ItemStore, resource: string): Promise<ResourceHistory> {
  const items = await store.query({ partition: historyPartition(resource), ...WHOLE });
  const within = (prefix: string) => items.filter(({ sort }) => sort.startsWith(prefix));
  return {
    resource,
    version: items.find(({ sort }) => sort === HISTORY.version)?.version ?? 0,
    incarnations: within(HISTORY.incarnation).map(recordIn).sort(byCreation),
    accruals: within(HISTORY.accrual).map(accrualIn).sort(byStart),
    facts: within(HISTORY.fact).map(factIn),
  };
}

function byCreation(a: ResourceRecord, b: ResourceRecord): number {
  return a.created - b.created || (a.incarnation < b.incarnation ? -1 : 1);
}

function byStart(a: AccrualRecord, b: AccrualRecord): number {
  return a.start - b.start || (a.incarnation < b.incarnation ? -1 : 1);
}

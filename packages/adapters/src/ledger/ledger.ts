import type { EventRecord, InputRecord } from "@tagledger/core/ledger/records";
import type { Ledger } from "@tagledger/core/ports";
import { listApprovals } from "./approvals.ts";
import { decode } from "./codec.ts";
import { countResources } from "./count.ts";
import { listDue } from "./due.ts";
import { countEvents } from "./event-counts.ts";
import { forget } from "./forget.ts";
import { readHistory } from "./history.ts";
import type { FoundItem, ItemStore } from "./items.ts";
import { eventPartition, INPUTS, inputKey, WHOLE } from "./keys.ts";
import { listResources } from "./list.ts";
import { listOutgoing } from "./outbox.ts";
import { readDeeds } from "./past-deeds.ts";
import { publishedPeriods, publishReport, readReport } from "./reports.ts";
import { listRequests, readRequest } from "./requests.ts";
import { textOf } from "./resource-items.ts";
import { eachAccrual } from "./spend.ts";
import { transact } from "./transact.ts";

/** A ledger in any store of items: what is recorded where is decided here, once for all stores. */
export function ledgerIn(store: ItemStore): Ledger {
  return {
    transact: (writes) => transact(store, writes),
    async event(eventId, at) {
      const found = await store.query({ partition: eventPartition(eventId), ...WHOLE });
      const known = found.find(({ version }) => at < version);
      return known === undefined ? null : (decode(textOf(known)) as EventRecord);
    },
    history: (resource) => readHistory(store, resource),
    resources: (query) => listResources(store, query),
    count: (filter) => countResources(store, filter),
    due: (by, limit) => listDue(store, by, limit),
    accruals: (month) => eachAccrual(store, month),
    events: (day) => countEvents(store, day),
    outgoing: (limit) => listOutgoing(store, limit),
    deeds: () => readDeeds(store),
    approvals: () => listApprovals(store),
    request: (id) => readRequest(store, id),
    requests: (query) => listRequests(store, query),
    async input(source) {
      const found = await store.get(inputKey(source));
      return found === null ? null : inputIn(found);
    },
    async inputs() {
      return (await store.query({ partition: INPUTS, ...WHOLE })).map(inputIn);
    },
    publishReport: (report, asOf) => publishReport(store, report, asOf),
    readReport: (period, basis) => readReport(store, period, basis),
    periods: () => publishedPeriods(store),
    forget: (forgetting) => forget(store, forgetting),
    close: () => store.close(),
  };
}

function inputIn(item: FoundItem): InputRecord {
  return decode(textOf(item)) as InputRecord;
}

import type { SnapshotRecords, SnapshotWrite } from "@tagledger/core/ports/snapshots";
import { periodKey } from "../bills/keys.ts";
import type { Change, ItemStore } from "../items.ts";
import { outgoingChange } from "../outbox.ts";
import { writeTogether } from "../write-together.ts";
import { keepSnapshot, namedChange, readSnapshot, readUnproven } from "./contents.ts";
import { keepDetails, listDetails, readDetail, readDetailBytes, readDetailOf } from "./details.ts";
import { listStates, readState, stateChange } from "./states.ts";

/** Snapshots in any store of items: beside the ledger, in the same table. */
export function snapshotRecordsIn(store: ItemStore): SnapshotRecords {
  return {
    state: (period, basis) => readState(store, period, basis),
    states: () => listStates(store),
    keep: (snapshot) => keepSnapshot(store, snapshot),
    read: (id, digest) => readSnapshot(store, id, digest),
    readUnproven: (id, digest) => readUnproven(store, id, digest),
    keepDetails: (id, details) => keepDetails(store, id, details),
    details: (id) => listDetails(store, id),
    readDetail: (id, holder) => readDetail(store, id, holder),
    readDetailOf: (entry) => readDetailOf(store, entry),
    readDetailBytes: (id, holder) => readDetailBytes(store, id, holder),
    async transact(writes) {
      const changes = await Promise.all(writes.map((write) => changesOf(store, write)));
      return writeTogether(
        store,
        changes.flatMap((some, place) => some.map((change) => ({ change, place }))),
      );
    },
  };
}

async function changesOf(store: ItemStore, write: SnapshotWrite): Promise<readonly Change[]> {
  switch (write.kind) {
    case "snapshots":
      return [await stateChange(store, write.state, write.revision), ...namedChange(write.state)];
    case "outgoing":
      return [outgoingChange(write.event)];
    case "unchanged":
      return [{ check: periodKey(write.period), when: { version: write.revision } }];
  }
}

import type { LedgerWrite, Transacted } from "@tagledger/core/ledger/write";
import { approvalChange } from "./approvals.ts";
import { encode } from "./codec.ts";
import { historyChanges } from "./history-changes.ts";
import { dayKey } from "./index-keys.ts";
import { type Change, type ItemStore, instantVersion } from "./items.ts";
import { eventKey, inputKey } from "./keys.ts";
import { leaseChange, unleaseChange } from "./leases.ts";
import { outgoingChange, sentChange } from "./outbox.ts";
import { deedsChange } from "./past-deeds.ts";
import { requestChange } from "./requests.ts";
import { writeTogether } from "./write-together.ts";

/** Writes everything, or nothing where the condition of one write does not hold. */
export async function transact(store: ItemStore, writes: readonly LedgerWrite[]): Promise<Transacted> {
  const planned = writes.flatMap((write, place) => changesOf(write).map((change) => ({ change, place })));
  return writeTogether(store, planned);
}

function changesOf(write: LedgerWrite): readonly Change[] {
  switch (write.kind) {
    case "event":
      return [eventChange(write)];
    case "input":
      return [{ item: { ...inputKey(write.input.source), version: 1, body: encode(write.input) } }];
    case "resource":
      return historyChanges(write);
    case "lease":
      return [leaseChange(write.lease)];
    case "unlease":
      return [unleaseChange(write.lease)];
    case "outgoing":
      return [outgoingChange(write.event)];
    case "sent":
      return [sentChange(write.event)];
    case "deeds":
      return [deedsChange(write)];
    case "approval":
      return [approvalChange(write.approval)];
    case "request":
      return [requestChange(write.request, write.revision)];
  }
}

function eventChange({ event }: LedgerWrite & { kind: "event" }): Change {
  const { eventId, at, expires } = event;
  // With its expiry for a version, "not there or expired" is a condition on one number.
  const version = instantVersion(expires);
  if (expires <= at) {
    throw new RangeError(`the event ${eventId} expires at ${expires}, not after ${at}`);
  }
  const indexes = { list: dayKey(event) };
  const item = { ...eventKey(event), version, expires, body: encode(event), indexes };
  return { item, when: { versionAtMost: instantVersion(at) } };
}

import type { LedgerWrite, Transacted } from "@tagledger/core/ledger/write";
import { encode } from "./codec.ts";
import { type ItemStore, instantVersion, type Put } from "./items.ts";
import { eventKey, inputKey } from "./keys.ts";
import { checkLimits } from "./limits.ts";
import { factItem, incarnationItem, versionItem } from "./resource-items.ts";

/** Writes everything, or nothing where the condition of one write does not hold. */
export async function transact(store: ItemStore, writes: readonly LedgerWrite[]): Promise<Transacted> {
  const planned = writes.flatMap((write, place) => putsOf(write).map((put) => ({ put, place })));
  // No store writes one item twice at once, and one after the other the later would be refused.
  const seen = new Map<string, number>();
  const repeated = planned.filter(({ put, place }) => {
    const key = `${put.item.partition}\n${put.item.sort}`;
    const first = seen.get(key) ?? place;
    seen.set(key, first);
    return first !== place;
  });
  if (repeated.length > 0) return refusal(repeated.map(({ place }) => place));
  const puts = planned.map(({ put }) => put);
  checkLimits(puts);
  if (puts.length === 0) return { done: true };
  const refused = await store.write(puts);
  return refused.length === 0
    ? { done: true }
    : refusal(refused.map((index) => planned[index]?.place ?? index));
}

function refusal(places: readonly number[]): Transacted {
  return { done: false, refused: [...new Set(places)].sort((a, b) => a - b) };
}

function putsOf(write: LedgerWrite): readonly Put[] {
  switch (write.kind) {
    case "event":
      return [eventPut(write)];
    case "input":
      return [{ item: { ...inputKey(write.input.source), version: 1, body: encode(write.input) } }];
    case "resource":
      return historyPuts(write);
  }
}

function eventPut({ event }: LedgerWrite & { kind: "event" }): Put {
  const { eventId, at, expires } = event;
  // With its expiry for a version, "not there or expired" is a condition on one number.
  const version = instantVersion(expires);
  if (expires <= at) {
    throw new RangeError(`the event ${eventId} expires at ${expires}, not after ${at}`);
  }
  const item = { ...eventKey(eventId), version, expires, body: encode(event) };
  return { item, when: { versionAtMost: instantVersion(at) } };
}

function historyPuts({ resource, version, incarnations, facts }: LedgerWrite & { kind: "resource" }): Put[] {
  const foreign = incarnations.find((record) => record.resource !== resource);
  if (foreign) throw new RangeError(`an incarnation of ${foreign.resource} in the history of ${resource}`);
  const items = [...facts.map((fact) => factItem(resource, fact)), ...incarnations.map(incarnationItem)];
  // Of a fact told twice, one is enough.
  const distinct = new Map(items.map((item) => [item.sort, item]));
  return [
    { item: versionItem(resource, version + 1), when: { version } },
    ...[...distinct.values()].map((item) => ({ item })),
  ];
}

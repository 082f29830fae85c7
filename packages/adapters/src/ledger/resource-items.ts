import type { Fact } from "@tagledger/core/ledger/fact";
import { factNamesPeople, recordNamesPeople } from "@tagledger/core/ledger/people";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { decode, encode } from "./codec.ts";
import type { FoundItem, Item } from "./items.ts";
import {
  factSort,
  HISTORY,
  historyPartition,
  incarnationSort,
  listedSort,
  peopleKey,
  teamPartition,
  verdictPartition,
} from "./keys.ts";

/** The item that holds the version of a history: whatever changes the history changes it. */
export function versionItem(resource: string, version: number): Item {
  const key = { partition: historyPartition(resource), sort: HISTORY.version };
  return { ...key, version, body: encode(resource) };
}

/** The item of a fact. */
export function factItem(resource: string, fact: Fact): Item {
  const key = { partition: historyPartition(resource), sort: factSort(fact) };
  const indexes = factNamesPeople(fact) ? { people: peopleKey(fact.at, key) } : {};
  return { ...key, version: 1, body: encode(fact), indexes };
}

/** The item of an incarnation. */
export function incarnationItem(record: ResourceRecord): Item {
  const { resource, incarnation, team, verdict, created } = record;
  const key = { partition: historyPartition(resource), sort: incarnationSort(incarnation) };
  const sort = listedSort(record);
  return {
    ...key,
    version: 1,
    body: encode(record),
    indexes: {
      team: { partition: teamPartition(team, verdict), sort },
      verdict: { partition: verdictPartition(verdict), sort },
      ...(recordNamesPeople(record) && { people: peopleKey(created, key) }),
    },
  };
}

/** The incarnation in an item. */
export function recordIn(item: FoundItem): ResourceRecord {
  return decode(textOf(item)) as ResourceRecord;
}

/** The fact in an item. */
export function factIn(item: FoundItem): Fact {
  return decode(textOf(item)) as Fact;
}

/** The body of an item that holds text. */
export function textOf({ body, partition, sort }: FoundItem): string {
  if (typeof body === "string") return body;
  throw new TypeError(`the item ${partition} ${sort} holds no text`);
}

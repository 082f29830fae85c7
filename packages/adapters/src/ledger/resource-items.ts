import type { AccrualRecord } from "@tagledger/core/ledger/accrual";
import type { Fact } from "@tagledger/core/ledger/fact";
import { factNamesPeople, recordNamesPeople } from "@tagledger/core/ledger/people";
import type { Listed } from "@tagledger/core/ledger/query";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import { decode, encode } from "./codec.ts";
import { dueKey, listedSort, listPartition, peopleKey, spendKey, teamPartition } from "./index-keys.ts";
import type { FoundItem, Item } from "./items.ts";
import { accrualSort, factSort, HISTORY, historyPartition, incarnationSort } from "./keys.ts";

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
  const { resource, incarnation, team, created, due } = record;
  const key = { partition: historyPartition(resource), sort: incarnationSort(incarnation) };
  const [sort, listed] = [listedSort(record), listedAs(record)];
  return {
    ...key,
    version: 1,
    body: encode(record),
    indexes: {
      team: { partition: teamPartition(team, listed), sort },
      list: { partition: listPartition(listed), sort },
      ...(recordNamesPeople(record) && { people: peopleKey(created, key) }),
      ...(due !== null && { due: dueKey(due, record) }),
    },
  };
}

/** The item of what an incarnation costs, which stands beside that of the incarnation. */
export function accrualItem(accrual: AccrualRecord): Item {
  const { resource, incarnation } = accrual;
  const list = spendKey(accrual);
  return {
    partition: historyPartition(resource),
    sort: accrualSort(incarnation),
    version: 1,
    body: encode(accrual),
    indexes: list === null ? {} : { list },
  };
}

/** Under what an incarnation is listed: what is gone is of interest for that alone, whatever its tags were. */
export function listedAs({ state, verdict }: ResourceRecord): Listed {
  return state === "gone" ? "gone" : verdict;
}

/** The incarnation in an item. */
export function recordIn(item: FoundItem): ResourceRecord {
  return decode(textOf(item)) as ResourceRecord;
}

/** What an incarnation costs, in an item. */
export function accrualIn(item: FoundItem): AccrualRecord {
  return decode(textOf(item)) as AccrualRecord;
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

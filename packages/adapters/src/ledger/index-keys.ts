import { type AccrualRecord, accrualEnd } from "@tagledger/core/ledger/accrual";
import type { Listed } from "@tagledger/core/ledger/query";
import type { EventRecord } from "@tagledger/core/ledger/records";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { ItemKey } from "./items.ts";
import { keyInstant, keyText, keyTextOrNone } from "./key-text.ts";
import { EVENT_LENGTH } from "./keys.ts";
import { shardedBy } from "./shards.ts";

/** The partition of the index of what names people. */
export const PEOPLE = "PEOPLE";

/** The divided partition of what has to be looked at again. */
export const DUE = "DUE";

/** The divided partitions of what still costs something, by its start, and of what did, by its end. */
export const SPEND = { open: "SPEND#open", closed: "SPEND#closed" } as const;

/** The partition of resources that are listed under a verdict, or as gone. */
export function listPartition(listed: Listed): string {
  return `VERDICT#${listed}`;
}

/** The partition of a team's resources, or of nobody's, that are listed under a verdict, or as gone. */
export function teamPartition(team: string | null, listed: Listed): string {
  return `TEAM#${keyTextOrNone(team)}#${listed}`;
}

/** The sort key of an incarnation in lists, by creation. */
export function listedSort(record: ResourceRecord): string {
  return instantSort(record.created, record);
}

/** Where an incarnation stands that has to be looked at again at an instant. */
export function dueKey(due: number, record: ResourceRecord): ItemKey {
  return { partition: shardedBy(DUE, record.resource), sort: instantSort(due, record) };
}

/** Where it stands what an incarnation costs; nowhere where that never was more than nothing. */
export function spendKey(accrual: AccrualRecord): ItemKey | null {
  const { resource, start } = accrual;
  const end = accrualEnd(accrual);
  if (end === null) return { partition: shardedBy(SPEND.open, resource), sort: instantSort(start, accrual) };
  if (end <= start) return null;
  return { partition: shardedBy(SPEND.closed, resource), sort: instantSort(end, accrual) };
}

/** The divided partition of the events of a UTC day. */
export function dayOfEvents(day: string): string {
  return `EVENTS#${day}`;
}

/** Where an event stands among those of its day. */
export function dayKey({ eventId, fingerprint, outcome, reason, at }: EventRecord): ItemKey {
  const day = new Date(at).toISOString().slice(0, 10);
  const sort = `${outcome}#${keyTextOrNone(reason)}#${keyText(eventId, EVENT_LENGTH)}#${keyText(fingerprint)}`;
  return { partition: shardedBy(dayOfEvents(day), eventId), sort };
}

/** Where what names people is listed, by when it happened. */
export function peopleKey(at: number, { partition, sort }: ItemKey): ItemKey {
  return { partition: PEOPLE, sort: `${keyInstant(at)}#${partition}#${sort}` };
}

function instantSort(
  instant: number,
  { resource, incarnation }: Pick<ResourceRecord, "resource" | "incarnation">,
): string {
  return `${keyInstant(instant)}#${keyText(resource)}#${keyText(incarnation, EVENT_LENGTH)}`;
}

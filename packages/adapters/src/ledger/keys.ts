import type { Fact } from "@tagledger/core/ledger/fact";
import type { OutgoingEvent } from "@tagledger/core/ledger/outbox";
import type { EventRecord } from "@tagledger/core/ledger/records";
import type { ItemKey } from "./items.ts";
import { END, keyInstant, keyText, keyTextOrNone } from "./key-text.ts";
import { shardedBy } from "./shards.ts";

/** How a partition is read whole. */
export const WHOLE = { from: "", to: END } as const;

/** The partition of all inputs. */
export const INPUTS = "INPUTS";

/** The divided partition of events that were not sent yet. */
export const OUTGOING = "OUTGOING";

/** The partition of rules that were turned on. */
export const APPROVALS = "APPROVALS";

/** Where it stands what breakers count: in one item, so that no two count at once. */
export const DEEDS: ItemKey = { partition: "DEEDS", sort: "" };

/** The partition of what is published. */
export const PUBLISHED = "PUBLISHED";

/** Sort keys of a history: its version comes first, so that whoever reads on sees nothing older than the version. */
export const HISTORY = { version: "0", accrual: "A#", fact: "F#", incarnation: "I#" } as const;

/** How long the id of an event may be in a key that holds other texts as well. */
export const EVENT_LENGTH = 200;

const PART_DIGITS = 4;

/** The partition of all events that were given one id, which most often is one. */
export function eventPartition(eventId: string): string {
  return `EVENT#${keyText(eventId)}`;
}

/** Where an event is. */
export function eventKey({ eventId, fingerprint }: Pick<EventRecord, "eventId" | "fingerprint">): ItemKey {
  return { partition: eventPartition(eventId), sort: keyText(fingerprint) };
}

/** Where an input is. */
export function inputKey(source: string): ItemKey {
  return { partition: INPUTS, sort: keyText(source) };
}

/** Where it stands who has a resource in hand: not in its history, which others may change meanwhile. */
export function leaseKey(resource: string): ItemKey {
  return { partition: `LEASE#${keyText(resource)}`, sort: "" };
}

/** Where an event is that was not sent yet: in the order in which they are sent. */
export function outgoingKey({ id, at }: Pick<OutgoingEvent, "id" | "at">): ItemKey {
  return { partition: shardedBy(OUTGOING, id), sort: `${keyInstant(at)}#${keyText(id)}` };
}

/** Where it stands that a rule was turned on. */
export function approvalKey(rule: string): ItemKey {
  return { partition: APPROVALS, sort: keyText(rule) };
}

/** The partition that holds all that is known under a name. */
export function historyPartition(resource: string): string {
  return `RESOURCE#${keyText(resource)}`;
}

/** The sort key of a fact: facts of one resource are ordered by time. */
export function factSort({ at, kind, eventId, part }: Fact): string {
  const place = String(part).padStart(PART_DIGITS, "0");
  return `${HISTORY.fact}${keyInstant(at)}#${kind}#${keyTextOrNone(eventId, EVENT_LENGTH)}#${place}`;
}

/** The sort key of an incarnation. */
export function incarnationSort(incarnation: string): string {
  return `${HISTORY.incarnation}${keyText(incarnation, EVENT_LENGTH)}`;
}

/** The sort key of what an incarnation costs. */
export function accrualSort(incarnation: string): string {
  return `${HISTORY.accrual}${keyText(incarnation, EVENT_LENGTH)}`;
}

/** Where the pointer to the published report of a period is. */
export function publishedKey(period: string, basis: string): ItemKey {
  return { partition: PUBLISHED, sort: `${keyText(period)}#${keyText(basis)}` };
}

/** The partition of a content that is stored in pieces, by its hash. */
export function contentPartition(hash: string): string {
  return `CONTENT#${hash}`;
}

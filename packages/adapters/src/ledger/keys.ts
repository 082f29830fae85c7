import type { Fact } from "@tagledger/core/ledger/fact";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import type { ItemKey } from "./items.ts";
import { END, keyInstant, keyText, keyTextOrNone } from "./key-text.ts";

/** How a partition is read whole. */
export const WHOLE = { from: "", to: END } as const;

/** The partition of all inputs. */
export const INPUTS = "INPUTS";

/** The partition of what is published. */
export const PUBLISHED = "PUBLISHED";

/** The partition of the index of what names people. */
export const PEOPLE = "PEOPLE";

/** Sort keys of a history: its version comes first, so that whoever reads on sees nothing older than the version. */
export const HISTORY = { version: "0", fact: "F#", incarnation: "I#" } as const;

const EVENT_LENGTH = 200;
const PART_DIGITS = 4;

/** Where an event is. */
export function eventKey(eventId: string): ItemKey {
  return { partition: `EVENT#${keyText(eventId)}`, sort: "0" };
}

/** Where an input is. */
export function inputKey(source: string): ItemKey {
  return { partition: INPUTS, sort: keyText(source) };
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

/** The partition of resources with a verdict. */
export function verdictPartition(verdict: Verdict): string {
  return `VERDICT#${verdict}`;
}

/** The partition of a team's resources, or of nobody's, with a verdict. */
export function teamPartition(team: string | null, verdict: Verdict): string {
  return `TEAM#${keyTextOrNone(team)}#${verdict}`;
}

/** The sort key of an incarnation in lists, by creation. */
export function listedSort({ created, resource, incarnation }: ResourceRecord): string {
  return `${keyInstant(created)}#${keyText(resource)}#${keyText(incarnation, EVENT_LENGTH)}`;
}

/** Where what names people is listed, by when it happened. */
export function peopleKey(at: number, { partition, sort }: ItemKey): ItemKey {
  return { partition: PEOPLE, sort: `${keyInstant(at)}#${partition}#${sort}` };
}

/** Where the pointer to the published report of a period is. */
export function publishedKey(period: string, basis: string): ItemKey {
  return { partition: PUBLISHED, sort: `${keyText(period)}#${keyText(basis)}` };
}

/** The partition of a content that is stored in pieces, by its hash. */
export function contentPartition(hash: string): string {
  return `CONTENT#${hash}`;
}

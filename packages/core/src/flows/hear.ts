import { actorOf } from "../catalog/actor.ts";
import { isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import type { EventRecord } from "../ledger/records.ts";
import { type Told, toldBy } from "../ledger/told.ts";
import { withSpend } from "../ledger/told-spend.ts";
import type { Hash } from "../ports.ts";
import type { Rules } from "./rules.ts";

/** What an event comes to, and what it tells of resources. */
export interface Heard {
  /** What the ledger remembers of the event. */
  readonly event: EventRecord;
  readonly told: readonly Told[];
  /** Whether the resources were just made, and most likely nothing is known of them. */
  readonly isNew: boolean;
}

/** How long an event is remembered: longer than any queue may deliver it again. */
const REMEMBERED = 15 * 24 * 3_600_000;

/** Reads an event: whatever it is, it comes to something. */
export function hear(
  hash: Hash,
  rules: Rules,
  { record, now }: { readonly record: unknown; readonly now: number },
): Heard {
  const { eventId, call, told, isNew, outcome, reason } = found(record, rules);
  // Where logs are written by hand, two events may have one id: each is to count.
  const tells = JSON.stringify([call, told.map(({ name, facts }) => [name, facts])]);
  const event = {
    eventId: eventId ?? `sha256-${hash.sha256(JSON.stringify(record) ?? "")}`,
    fingerprint: hash.sha256(tells).slice(0, 16),
    outcome,
    reason,
    at: now,
    expires: now + REMEMBERED,
  };
  return { event, told, isNew };
}

interface Found extends Pick<EventRecord, "outcome" | "reason">, Pick<Heard, "told" | "isNew"> {
  readonly eventId: string | null;
  /** When it was and what was called; null where it cannot be read. */
  readonly call: readonly [time: string, name: string] | null;
}

function found(record: unknown, { isOwn }: Rules): Found {
  const event = parseEvent(record);
  if (isUnreadable(event)) {
    return {
      eventId: null,
      call: null,
      outcome: "unreadable",
      reason: event.unreadable,
      told: [],
      isNew: false,
    };
  }
  const { eventId } = event;
  const seen = { eventId, call: [event.eventTime, event.eventName] } as const;
  const [actor, extraction] = [actorOf(event), extract(event)];
  const told = withSpend(toldBy(event, extraction, actor), { event, extraction, actor });
  if (extraction.outcome === "skipped") {
    return { ...seen, outcome: "skipped", reason: extraction.skipReason, told, isNew: false };
  }
  // What we did ourselves is known like anything else, but it is no reason to do more.
  if (isOwn(actor)) return { ...seen, outcome: "skipped", reason: "own-action", told, isNew: false };
  return { ...seen, outcome: "evaluated", reason: null, told, isNew: extraction.kind === "creation" };
}

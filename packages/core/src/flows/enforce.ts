import { actorOf } from "../catalog/actor.ts";
import { isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import type { EventRecord } from "../ledger/records.ts";
import { type Told, toldBy } from "../ledger/told.ts";
import { withSpend } from "../ledger/told-spend.ts";
import type { Hash, Ledger } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { type Amend, commit } from "./commit.ts";
import { recordTagging } from "./record-tagging.ts";
import type { Rules } from "./rules.ts";

/** What enforcing needs; nothing of it is AWS. */
export interface EnforcePorts {
  readonly ledger: Ledger;
  readonly prices: PriceBook;
  readonly hash: Hash;
}

/** What became of an event. */
export interface Enforced extends Pick<EventRecord, "eventId" | "fingerprint" | "outcome" | "reason"> {
  /** Whether it had been enforced before, and nothing was done. */
  readonly again: boolean;
}

/** How long an event is remembered: longer than any queue may deliver it again. */
const REMEMBERED = 15 * 24 * 3_600_000;

/**
 * Takes in one event: records what it tells of resources, where each of them stands and what each costs, and what became
 * of the event, whatever it is. Delivered again it does nothing.
 *
 * @param record an event as CloudTrail logs it, or in an envelope of EventBridge
 * @param now epoch milliseconds
 * @throws outside-failure where the ledger or the prices cannot be reached; delivering it again is right then
 */
export async function enforce(
  ports: EnforcePorts,
  rules: Rules,
  { record, now }: { readonly record: unknown; readonly now: number },
): Promise<Enforced> {
  const found = toldIn(record, rules);
  const { sha256 } = ports.hash;
  // Two events were seen with one id where logs are written by hand; each is to count.
  const tells = found.told.map(({ name, facts }) => [name, facts]);
  const fingerprint = sha256(JSON.stringify([found.call, tells])).slice(0, 16);
  const eventId = found.eventId ?? `sha256-${sha256(JSON.stringify(record) ?? "")}`;
  const { outcome, reason } = found;
  const amend = new Map<string, Amend>();
  for (const { name, subject, facts } of found.told) {
    const news = { subject, facts, foundBy: "event", now } as const;
    amend.set(name, (history) => recordTagging({ ...ports, rules }, history, news));
  }
  const event = { eventId, fingerprint, outcome, reason, at: now, expires: now + REMEMBERED };
  const isNew = await commit(ports.ledger, { amend, event, isNew: found.isNew });
  return { eventId, fingerprint, outcome, reason, again: !isNew };
}

/** What an event comes to, and what it tells of resources. */
interface Found extends Pick<EventRecord, "outcome" | "reason"> {
  readonly eventId: string | null;
  /** When it was and what was called; null where it cannot be read. */
  readonly call: readonly [time: string, name: string] | null;
  readonly told: readonly Told[];
  /** Whether the resources were just made, and most likely nothing is known of them. */
  readonly isNew: boolean;
}

function toldIn(record: unknown, { isOwn }: Rules): Found {
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

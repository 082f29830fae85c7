import type { EventRecord } from "../ledger/records.ts";
import type { Hash, Ledger } from "../ports.ts";
import type { PriceBook } from "../spend/price.ts";
import { type Amend, commit } from "./commit.ts";
import { hear } from "./hear.ts";
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
  const { event, told, isNew } = hear(ports.hash, rules, { record, now });
  const amend = new Map<string, Amend>();
  for (const { name, subject, facts } of told) {
    const news = { learned: [{ subject, facts }], now };
    amend.set(name, (history) => recordTagging({ ...ports, rules }, history, news));
  }
  const { eventId, fingerprint, outcome, reason } = event;
  const isDone = await commit(ports.ledger, { amend, event, isNew });
  return { eventId, fingerprint, outcome, reason, again: !isDone };
}

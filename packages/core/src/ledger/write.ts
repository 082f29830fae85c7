import type { AccrualRecord } from "./accrual.ts";
import type { Approval } from "./approval.ts";
import type { Fact } from "./fact.ts";
import type { Lease } from "./lease.ts";
import type { OutgoingEvent } from "./outbox.ts";
import type { PastDeeds } from "./past-deeds.ts";
import type { EventRecord, InputRecord } from "./records.ts";
import type { ResourceRequest } from "./request.ts";
import type { ResourceRecord } from "./resource.ts";

/** A change of the ledger and the condition on which it is made. */
export type LedgerWrite =
  /** Claims an event: refused while the ledger remembers it. */
  | { readonly kind: "event"; readonly event: EventRecord }
  /** Adds facts and replaces incarnations with what they cost: refused when the history has another version than was seen. */
  | {
      readonly kind: "resource";
      readonly resource: string;
      readonly version: number;
      readonly incarnations: readonly ResourceRecord[];
      readonly accruals: readonly AccrualRecord[];
      /** The ids of incarnations that turned out never to have been; what they cost goes with them. */
      readonly removed: readonly string[];
      readonly facts: readonly Fact[];
    }
  /** Remembers an input; the last word counts. */
  | { readonly kind: "input"; readonly input: InputRecord }
  /** Takes a resource in hand: refused while another lease of it has not ended. */
  | { readonly kind: "lease"; readonly lease: Lease }
  /** Gives it out of hand: refused where somebody else has taken it since. */
  | { readonly kind: "unlease"; readonly lease: Lease }
  /** Keeps an event until it is sent; the same event again changes nothing. */
  | { readonly kind: "outgoing"; readonly event: OutgoingEvent }
  /** Forgets an event that was sent. */
  | { readonly kind: "sent"; readonly event: OutgoingEvent }
  /** Replaces what breakers count and held back: refused when it has another version than was seen. */
  | ({ readonly kind: "deeds" } & PastDeeds)
  /** Remembers that a rule was turned on; the last word on a rule counts. */
  | { readonly kind: "approval"; readonly approval: Approval }
  /** Writes what somebody asked for, or what became of it: refused when it has another revision than was seen. */
  | { readonly kind: "request"; readonly request: ResourceRequest; readonly revision: number };

/** How a transaction ended: all of it was written, or nothing was. */
export type Transacted =
  | { readonly done: true }
  /** The places in the list of some, at least one, of the writes whose condition does not hold. */
  | { readonly done: false; readonly refused: readonly number[] };

/** How many items one transaction may write, in any store. */
export const TRANSACTION_ITEMS = 100;

/**
 * Counts the items that writes come to.
 *
 * @example itemCount([{ kind: "event", event }]) // 1
 */
export function itemCount(writes: readonly LedgerWrite[]): number {
  return writes.reduce((count, write) => count + itemsOf(write), 0);
}

function itemsOf(write: LedgerWrite): number {
  if (write.kind !== "resource") return 1;
  const { incarnations, accruals, removed, facts } = write;
  // The version of a history is an item of its own, and so is what an incarnation cost.
  return 1 + incarnations.length + accruals.length + 2 * removed.length + facts.length;
}

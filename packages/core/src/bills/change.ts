import type { Amount } from "../costs/money.ts";
import type { Holder } from "./day.ts";

/** Charges of one kind, as a person would look them up on a bill. */
export interface ChargeKind {
  readonly account: string;
  readonly service: string;
  /** CUR: the line item type; FOCUS: the charge category; of what follows other charges, the kind that a policy names. */
  readonly lineItemType: string;
}

/**
 * Why something differs: the provider charges another amount for the same, charges of a kind came or went, or the same
 * charges count elsewhere.
 */
export type CauseKind = "restated" | "added" | "removed" | "retagged";

/** A part of a difference and why it is there. */
export interface Cause extends ChargeKind {
  readonly kind: CauseKind;
  /** Whose it was before, or is now; null where that is nobody else, or cannot be told. */
  readonly other: Holder | null;
  readonly amount: Amount;
}

/** What changed for one holder. */
export interface HolderChange {
  readonly holder: Holder;
  readonly before: Amount;
  readonly after: Amount;
  /** `after` less `before`; the causes sum to it. */
  readonly delta: Amount;
  /** The largest first. */
  readonly causes: readonly Cause[];
}

/** How two versions of a bill differ. */
export interface Difference {
  readonly before: Amount;
  readonly after: Amount;
  /** The changes sum to it. */
  readonly delta: Amount;
  /** Of holders for whom anything is different, ordered by holder. */
  readonly changes: readonly HolderChange[];
}

import type { Basis } from "../costs/charge.ts";
import type { Leaf } from "../costs/leaf.ts";
import type { Amount } from "../costs/money.ts";

/** Whose charges stand on a day: a team's, those of a pool before it is divided, nobody's, or what is not ours to explain. */
export type Holder =
  | { readonly kind: "team"; readonly name: string }
  | { readonly kind: "pool"; readonly name: string }
  | { readonly kind: "unallocated" }
  | { readonly kind: "excluded" };

/** Charges of a day that differ in nothing that reports tell apart. */
export interface DayCell {
  readonly leaf: Leaf;
  /** The provider's service code; empty for what followed charges of several. */
  readonly service: string;
  readonly account: string;
  readonly lines: number;
  /** Effective cost. */
  readonly amount: Amount;
}

/** What one holder's charges of one day come to. */
export interface HolderDay {
  readonly holder: Holder;
  /** The UTC day of the month; 0 for what is of no day of it, as a credit that follows the whole month. */
  readonly day: number;
  /** Ordered by leaf, service and account. */
  readonly cells: readonly DayCell[];
  /** Exact, on each basis that the bill holds. */
  readonly totals: Readonly<Partial<Record<Basis, Amount>>>;
}

/** All days of a holder in a month, as they are read: of every export the version in force. */
export interface HolderMonth {
  readonly holder: Holder;
  readonly period: string;
  readonly days: readonly (HolderDay & { readonly export: string })[];
}

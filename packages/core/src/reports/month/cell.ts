import type { UnallocatedReason } from "../../costs/attribution/destination.ts";
import type { Leaf } from "../../costs/leaf.ts";
import type { Amount } from "../../costs/money.ts";

/** Money of a month that differs in nothing that people can ask for. */
export interface MonthCell {
  readonly leaf: Leaf;
  /** The provider's service code; empty for what is of none, or of several. */
  readonly service: string;
  readonly account: string;
  /** The UTC day of the month; 0 for what is of no day of it. */
  readonly day: number;
  /** The pool whose share this is; null for direct cost. */
  readonly pool: string | null;
  /** Why it is nobody's; null where it is a team's, or not ours to explain. */
  readonly reason: UnallocatedReason | null;
  /** What the reason is about: see the unallocated {@link Destination}. */
  readonly value: string | null;
  readonly amount: Amount;
}

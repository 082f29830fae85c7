import type { Amount } from "../costs/money.ts";

/** Why a team's total is another than before: one cause after the other is exchanged, in this order. */
export const CAUSES = ["bill", "usage", "configuration"] as const;

/** One reason for which totals change. */
export type Cause = (typeof CAUSES)[number];

/** How the total of a team, or of what is nobody's, changed. */
export interface TeamDifference {
  /** Null for what is unallocated or excluded. */
  readonly team: string | null;
  readonly before: Amount;
  readonly after: Amount;
  /** What each cause added; sums to `after - before`. Null where the bill of before is no longer kept. */
  readonly causes: Readonly<Record<Cause, Amount>> | null;
}

/** What changed from one snapshot of a period to the next. */
export interface SnapshotDifference {
  /** The id of the snapshot before. */
  readonly since: string;
  /** Ordered by team; those that did not change are left out. */
  readonly teams: readonly TeamDifference[];
}

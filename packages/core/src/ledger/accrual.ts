import type { Dimension } from "../config/definition/match.ts";
import type { Interval } from "../spend/accrual.ts";

/** What one incarnation of a resource costs while it exists, and whom. */
export interface AccrualRecord {
  /** The name of the resource in the ledger. */
  readonly resource: string;
  readonly incarnation: string;
  readonly arn: string | null;
  readonly id: string;
  /** Service and type as in `ec2:instance`. */
  readonly type: string;
  readonly account: string | null;
  readonly region: string | null;
  /** Who pays for it and for what, as its tags and its owner say last; null where nothing does. */
  readonly dimensions: Readonly<Record<Dimension, string | null>>;
  /** Epoch milliseconds. */
  readonly start: number;
  /** What it cost when; they follow each other and never overlap. Only the last may go on. */
  readonly intervals: readonly Interval[];
}

/**
 * When it stopped to cost anything, in epoch milliseconds; null while it goes on, and of one that never was its start.
 *
 * @example accrualEnd({ start: 0, intervals: [{ from: 0, until: 5, … }] }) // 5
 */
export function accrualEnd({ start, intervals }: Pick<AccrualRecord, "start" | "intervals">): number | null {
  const last = intervals.at(-1);
  return last === undefined ? start : last.until;
}

import type { Amount } from "../costs/money.ts";

/** A tag value that was read as another one, such as `VISION` as `vision`. */
export interface Repaired {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly lines: number;
  /** Effective cost. */
  readonly amount: Amount;
}

/** What repairs are not named one by one, for there are too many. */
export interface MoreRepairs {
  /** How many values, at least. */
  readonly values: number;
  readonly lines: number;
  /** Effective cost. */
  readonly amount: Amount;
}

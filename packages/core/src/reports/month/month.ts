import type { Basis } from "../../costs/charge.ts";
import type { ComparedMonth } from "./compare.ts";
import type { GroupedMonth } from "./group.ts";
import type { MonthQuery } from "./keys.ts";

/** Which frozen month something is told of. */
export interface MonthOf {
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  readonly currency: string;
  /** The id of the snapshot that all figures are from. */
  readonly snapshot: string;
  /** When that was made, in epoch milliseconds. */
  readonly at: number;
}

/** A month as somebody asked for it: the value that every renderer shows, digit for digit. */
export interface MonthReport extends MonthOf, MonthQuery {
  /** The teams that it is narrowed to; all, with what is nobody's, where null. */
  readonly teams: readonly string[] | null;
  readonly grouped: GroupedMonth;
  /** Absent where no comparison was asked for. */
  readonly compared?: {
    /** The month before; null where nothing is known of it, or it is in another currency. */
    readonly with: MonthOf | null;
    readonly month: ComparedMonth | null;
  };
}

import type { MonthCell } from "./cell.ts";

/** The cells of a month that somebody may see, by whose they are. */
export interface MonthCells {
  readonly teams: readonly MonthCell[];
  /** Null where it is not for whoever asks. */
  readonly unallocated: readonly MonthCell[] | null;
  /** Null where it is not for whoever asks. */
  readonly excluded: readonly MonthCell[] | null;
}

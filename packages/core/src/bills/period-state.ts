/** Which version of an export is read for a period. */
export interface Pointer {
  /** The id of the version. */
  readonly version: string;
  readonly sequence: number;
  /** All sequence numbers whose team-days are in force, ascending: of a day the last one counts. */
  readonly chain: readonly number[];
  readonly deliveredAt: number;
  readonly payers: readonly string[];
  /** What tells its export from others that are called the same; null or absent where nothing does. */
  readonly identity?: string | null;
  /** The hash of the configuration whose rules were applied. */
  readonly configuration: string;
}

/** That a period was closed, or opened again. */
export interface Closed {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: string;
  readonly reason: string;
}

/** What is read for a period: one record, so that it changes as a whole. */
export interface PeriodState {
  /** `YYYY-MM` */
  readonly period: string;
  /** Counts the changes, from 0 where nothing is known; whoever changes it says which one they have seen. */
  readonly revision: number;
  readonly closed: Closed | null;
  /** That it was opened again, the last time; absent where it never was. */
  readonly reopened?: Closed;
  /** By the name of the export. */
  readonly pointers: Readonly<Record<string, Pointer>>;
  /** The last sequence number that was given out, by the name of the export. */
  readonly sequences: Readonly<Record<string, number>>;
  /** Of exports that another took the place of, the last sequence number that they had then. */
  readonly retired?: Readonly<Record<string, number>>;
}

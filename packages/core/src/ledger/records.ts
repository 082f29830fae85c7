import type { Basis } from "../costs/charge.ts";
import type { Report } from "../reports/report.ts";

/** What became of an event; as long as the ledger remembers it, the event counts as done. */
export interface EventRecord {
  readonly eventId: string;
  /** The hash of what it tells: the same whenever it comes again, and another where two were given one id. */
  readonly fingerprint: string;
  readonly outcome: "evaluated" | "skipped" | "unreadable";
  /** Why it was skipped or could not be read. */
  readonly reason: string | null;
  /** When that was, in epoch milliseconds. */
  readonly at: number;
  /** From when on it may be forgotten. */
  readonly expires: number;
}

/** How many events there were of each outcome and reason. */
export interface EventCount {
  readonly outcome: EventRecord["outcome"];
  readonly reason: string | null;
  readonly count: number;
}

/** What became of a bill, a log, or whatever else was read. */
export interface InputRecord {
  /** What people call it: a path, an address. */
  readonly source: string;
  /** The hash of its content: while it is the same, there is nothing to read again. */
  readonly fingerprint: string;
  /** When the reading ended, in epoch milliseconds. */
  readonly at: number;
  readonly outcome: "complete" | "broken";
  /** What was wrong with it. */
  readonly problem: string | null;
  /** What was found in it, such as events by outcome. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Which report is published for a period on a basis. */
export interface PublishedPeriod {
  /** `YYYY-MM` */
  readonly period: string;
  readonly basis: Basis;
  readonly currency: string;
  readonly snapshot: string;
  /** The instant whose knowledge it holds, in epoch milliseconds. */
  readonly asOf: number;
}

/** A published report, whole. */
export interface PublishedReport {
  readonly report: Report;
  /** The instant whose knowledge it holds, in epoch milliseconds. */
  readonly asOf: number;
}

/** From when on what is forgotten. */
export interface Forgetting {
  /** Personal data of what happened before this instant. */
  readonly personalBefore: number;
  /** Whatever expires at this instant or before. */
  readonly expiredBy: number;
}

/** How much was forgotten. */
export interface Forgotten {
  /** Records that named people. */
  readonly personal: number;
  /** Expired records; 0 where the store removes them by itself. */
  readonly expired: number;
}

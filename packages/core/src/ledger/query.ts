import type { State } from "../tags/lifecycle/standing.ts";
import type { Verdict } from "../tags/verdict/judge.ts";

/** How resources are listed: by verdict, while they are there. */
export type Listed = Verdict | "gone";

/** Which resources are wanted; what is left out does not matter. */
export interface ResourceFilter {
  /** Null for those that are nobody's. */
  readonly team?: string | null | undefined;
  /** What is gone is only listed where it is asked for. */
  readonly verdict?: Listed | undefined;
  /** Created at this instant or later. */
  readonly from?: number | undefined;
  /** Created before this instant. */
  readonly to?: number | undefined;
}

/** Which resources are wanted, and how many of them. */
export interface ResourceQuery extends ResourceFilter {
  /** From 1 to 1000. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

/** A part of a long list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
}

/** How many resources have a value. */
export interface Count<T = string> {
  readonly value: T;
  readonly count: number;
}

/** How many resources there are, the most frequent values first. */
export interface ResourceCounts {
  readonly total: number;
  readonly verdicts: readonly Count<Listed>[];
  readonly states: readonly Count<State>[];
  readonly teams: readonly Count<string | null>[];
  /** A resource counts once for each reason that it has a finding of. */
  readonly reasons: readonly Count[];
  /** By the first half of the type, as in `ec2`. */
  readonly services: readonly Count[];
}

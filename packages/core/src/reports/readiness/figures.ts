import type { Amounts } from "../../spend/amounts.ts";

/** How a rule did in one account in the days of observation. */
export interface ReadinessFigures {
  /** Since when something is known of the account, in epoch milliseconds. */
  readonly observedSince: number;
  readonly resources: number;
  /** Those whose grace is over, the look after it included. */
  readonly graceOver: number;
  /** Of these, those with a verdict. */
  readonly decided: number;
  /** Those that violate now, or did when they ended. */
  readonly violating: number;
  /** Those that were ever found violating, and those whose verdict somebody disputed. */
  readonly accused: number;
  /** Of these, those of which people said that it was wrong: in words, by a release or by an exemption. */
  readonly disputed: number;
  /** Those that deviated at first and complied before they would have been found violating. */
  readonly fixedInGrace: number;
  /** Those whose team is known. */
  readonly ownerKnown: number;
  /** How many of them something else makes and keeps, the most frequent first. */
  readonly controllers: readonly { readonly controller: string; readonly count: number }[];
  /** Of the violating ones that nothing else keeps: the mildest that could be done to them. */
  readonly mildest: Readonly<Record<Mildest, number>>;
  /** What the violating ones cost an hour now. */
  readonly hourly: Amounts;
  /** What they have cost since their deadlines would have passed. */
  readonly sinceDeadline: Amounts;
  /** The violating ones whose price nobody knows. */
  readonly unpriced: number;
}

/** The mildest remedy that there is for a resource, by its class; `none` where there is no remedy at all. */
export type Mildest = "reversible" | "lossy" | "final" | "none";

/** From when on a rule may be turned on, as `enforcement.readiness` says. */
export interface Thresholds {
  readonly days: number;
  /** The least fraction of resources with a verdict. */
  readonly decided: number;
  /** The greatest fraction of verdicts that people disputed. */
  readonly disputed: number;
}

/** How a rule did in one account, and what is missing until it may be turned on. */
export interface AccountReadiness extends ReadinessFigures {
  /** Null for what is in no known account. */
  readonly account: string | null;
  /** Why it is not ready, as sentences; empty where it is. */
  readonly shortfalls: readonly string[];
}

/** How one rule of enforcement did. */
export interface RuleReadiness {
  /** As `enforcement.rules[0]` or `enforcement.default`. */
  readonly place: string;
  /** What it may do, as `["notify"]`; empty where it only observes. */
  readonly mode: readonly string[];
  /** Who turned it on, so that it may quarantine; null where nobody did. */
  readonly turnedOnBy: string | null;
  /** Ordered by account; empty where nothing falls under it. */
  readonly accounts: readonly AccountReadiness[];
  /** Whether it is ready in every account, of at least one. */
  readonly isReady: boolean;
}

/** How all rules did. */
export interface Readiness {
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many days were looked at. */
  readonly days: number;
  readonly thresholds: Thresholds;
  /** In the order of the configuration, the default last. */
  readonly rules: readonly RuleReadiness[];
}

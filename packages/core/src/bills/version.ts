import type { PolicyKind } from "../config/definition/costs.ts";
import type { Basis } from "../costs/charge.ts";
import type { Amount } from "../costs/money.ts";
import type { ChargeNeeds } from "../costs/query.ts";
import type { IngestFinding } from "./finding.ts";
import type { MoreRepairs, Repaired } from "./repaired.ts";

/** What the lines of one type come to, on each basis that the bill holds. */
export interface ControlTotal {
  /** CUR: the line item type; FOCUS: the charge category. */
  readonly type: string;
  readonly lines: number;
  readonly amounts: Readonly<Partial<Record<Basis, Amount>>>;
}

/**
 * What became of a version: `staged` is being taken in, `published` is read, `superseded` was read before another,
 * `late` came after a newer one, `held` differs from a period that is closed, `refused` failed a check.
 */
export type VersionStatus = "staged" | "published" | "superseded" | "late" | "held" | "refused";

/** What a version of a bill holds, once it was read. */
export interface VersionContents {
  readonly format: string;
  readonly lines: number;
  readonly currency: string;
  readonly bases: readonly Basis[];
  /** The accounts that pay. */
  readonly payers: readonly string[];
  readonly totals: readonly ControlTotal[];
  /** The tag keys that it holds, as it spells them. */
  readonly tagNames: readonly string[];
  /** Where its cells are kept; null where they were removed. */
  readonly cells: string | null;
  /** What its cells tell apart. */
  readonly needs: StoredNeeds;
  readonly findings: readonly IngestFinding[];
  /** The largest amounts first. */
  readonly repairs: readonly Repaired[];
  /** Absent where the repairs are all there are. */
  readonly moreRepairs?: MoreRepairs;
}

/** {@link ChargeNeeds} as it is kept. */
export interface StoredNeeds {
  readonly facts: readonly (ChargeNeeds["facts"] extends ReadonlySet<infer Fact> ? Fact : never)[];
  readonly tagKeys: readonly string[];
  readonly instants: readonly number[];
  /** The kinds of charge that follow others. */
  readonly follows: readonly PolicyKind[];
}

/** How many team-days a version wrote, and how many it found as they were. */
export interface DaysWritten {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** One version of the bill of an export and period, and what became of it. */
export interface BillVersion {
  /** Addresses export, period, execution and manifest: the same whenever the same is delivered again. */
  readonly id: string;
  readonly export: string;
  readonly period: string;
  readonly execution: string;
  /** Where it was delivered. */
  readonly source: string;
  readonly deliveredAt: number;
  /** Counts the takings-in of an export and period; what is written for it bears this number. */
  readonly sequence: number;
  readonly status: VersionStatus;
  /** When that was, in epoch milliseconds. */
  readonly at: number;
  /** Why it was refused, or is held; null where nothing is wrong. */
  readonly reason: string | null;
  /** The hash of the configuration whose rules were applied. */
  readonly configuration: string;
  /** Null until it was read. */
  readonly contents: VersionContents | null;
  readonly days: DaysWritten | null;
}

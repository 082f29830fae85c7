import type { PolicyKind } from "../config/definition/costs.ts";
import type { Config } from "../config/definition.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import type { Basis } from "../costs/charge.ts";
import type { Amount } from "../costs/money.ts";
import type { Rational } from "../costs/rational.ts";
import type { Coverage } from "../costs/sharing/coverage.ts";
import type { DividedBy } from "../costs/sharing/divided-by.ts";
import type { UsageRow } from "../costs/sharing/usage.ts";
import type { Report } from "../reports/report.ts";
import type { SnapshotDifference } from "./difference.ts";

/** A version of a bill that a snapshot was made of. */
export interface SnapshotBill {
  readonly export: string;
  /** The id of the version. */
  readonly version: string;
  readonly sequence: number;
  readonly deliveredAt: number;
}

/** What a source of usage gave to a snapshot. */
export interface SnapshotSource {
  readonly name: string;
  /** How many rows it gave. */
  readonly rows: number;
  /** Of how many hours it knew anything, ordered by pool and metric. */
  readonly coverage: readonly Coverage[];
  readonly notes: readonly string[];
  /** Why it could not be read; null where it could. */
  readonly problem: string | null;
  /** The pools that go without its usage; absent where it could be read. */
  readonly pools?: readonly string[];
}

/** One part of a pool's own charges, where it ended and why it is as large as it is. */
export interface SnapshotShare {
  readonly destination: Destination;
  /** The exact fraction of the pool's amount, before rounding. */
  readonly weight: Rational;
  readonly amount: Amount;
  /** Quanta that rounding gave beyond the whole ones, of the sign of the amount: 0 or 1. */
  readonly units: number;
}

/** A pool's own charges and how they were divided. */
export interface SnapshotPool {
  readonly pool: string;
  readonly amount: Amount;
  readonly method: Config["pools"][number]["method"];
  readonly dividedBy: DividedBy;
  /** Metrics and their weights, where the method is usage. */
  readonly metric: Readonly<Record<string, string>> | null;
  /** The least that rounding hands out. */
  readonly quantum: Amount;
  /** The part of the hours that its usage speaks for; null where nothing is measured. */
  readonly completeness: Rational | null;
  /** From 0 to 1: how far the division rests on measurements of this month, see {@link confidenceOf}. */
  readonly confidence: Rational;
  /** Ordered by destination. */
  readonly shares: readonly SnapshotShare[];
}

/** What followed other charges instead of counting on its own. */
export interface SnapshotFollowed {
  readonly kind: PolicyKind;
  readonly destination: Destination;
  readonly amount: Amount;
}

/** The frozen result of one allocation, with all that it follows from. */
export interface Snapshot {
  /** The hash of canonical charges, usage and configuration, which all figures follow from. */
  readonly id: string;
  /** `YYYY-MM` */
  readonly period: string;
  readonly currency: string;
  readonly basis: Basis;
  /** When it was made, in epoch milliseconds. */
  readonly at: number;
  /** Ordered by export. */
  readonly bills: readonly SnapshotBill[];
  readonly config: Config;
  /** The hash of the configuration. */
  readonly configuration: string;
  /** All usage that was known, teams and dimensions as the organisation writes them. */
  readonly usage: readonly UsageRow[];
  readonly sources: readonly SnapshotSource[];
  /** The whole, by team. */
  readonly report: Report;
  /** In the order of the configuration. */
  readonly pools: readonly SnapshotPool[];
  /** Ordered by kind and destination. */
  readonly followed: readonly SnapshotFollowed[];
  /** The snapshot of the period and basis that was read before; null where there was none. */
  readonly previous: string | null;
  /** What changed since then, and why; null where there was none. */
  readonly difference: SnapshotDifference | null;
  /** The hash of all of the above in its canonical form. */
  readonly digest: string;
}

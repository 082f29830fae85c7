import type { Config } from "../../config/definition.ts";
import type { Destination } from "../../costs/attribution/destination.ts";
import type { Basis } from "../../costs/charge.ts";
import type { Amount } from "../../costs/money.ts";
import type { Rational } from "../../costs/rational.ts";
import type { DividedBy } from "../../costs/sharing/divided-by.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import type { Report } from "../report.ts";

/** One part of a pool's own charges, and where it ended. */
export interface MonthShare {
  readonly destination: Destination;
  /** The exact fraction of the pool's amount, before rounding. */
  readonly weight: Rational;
  readonly amount: Amount;
}

/** A pool's own charges and how they were divided. */
export interface MonthPool {
  readonly pool: string;
  readonly amount: Amount;
  readonly method: string;
  readonly dividedBy: DividedBy;
  /** Metrics and their weights, where the method is usage. */
  readonly metric: Readonly<Record<string, string>> | null;
  readonly confidence: Rational;
  readonly shares: readonly MonthShare[];
}

/** What of the snapshot of a month statements are made from. */
export interface StatementMonth {
  /** The id of the snapshot. */
  readonly id: string;
  /** `YYYY-MM` */
  readonly period: string;
  readonly currency: string;
  readonly basis: Basis;
  /** When the snapshot was made, in epoch milliseconds. */
  readonly at: number;
  readonly bills: readonly { readonly export: string; readonly deliveredAt: number }[];
  readonly config: Config;
  readonly usage: readonly UsageRow[];
  readonly report: Report;
  readonly pools: readonly MonthPool[];
}

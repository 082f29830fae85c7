import type { Dimension } from "../../../config/definition/match.ts";
import type { Destination } from "../../../costs/attribution/destination.ts";
import type { Basis } from "../../../costs/charge.ts";
import type { Amount } from "../../../costs/money.ts";
import type { Rational } from "../../../costs/rational.ts";
import type { Used } from "../../../costs/sharing/used.ts";
import type { Report } from "../../report.ts";

/** One part of a pool's own charges and where it ended. */
export interface FocusShare {
  readonly destination: Destination;
  /** The exact fraction of the pool's amount, before rounding. */
  readonly weight: Rational;
  /** On the basis of the report. */
  readonly amount: Amount;
  /** What it used of each metric, where that alone made it as large as it is. */
  readonly used?: readonly Used[];
}

/** A pool's own charges: one origin charge, and what it was divided into. */
export interface FocusPool {
  readonly pool: string;
  readonly method: string;
  /** Metrics and their weights, where it was divided by usage. */
  readonly metric: Readonly<Record<string, string>> | null;
  /** All parts, whatever a filter keeps; none only where the pool holds nothing on any basis. */
  readonly shares: readonly FocusShare[];
}

/** What counts at a destination before pools are divided. */
export interface FocusTotal {
  readonly destination: Destination;
  readonly amount: Amount;
}

/** What FOCUS rows are written from. */
export interface FocusSource {
  readonly report: Report;
  readonly pools: readonly FocusPool[];
  /** The whole bill on bases other than that of the report, those that it holds. */
  readonly others: ReadonlyMap<Basis, readonly FocusTotal[]>;
  /** The tag key by which each dimension is written. */
  readonly tagKeys: Readonly<Record<Dimension, string>>;
  /** Who provides what is charged, where the bill names no issuer. */
  readonly provider: string | null;
  /** The account that is billed, where that is known. */
  readonly billingAccount: string | null;
}

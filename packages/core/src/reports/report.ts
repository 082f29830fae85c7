import type { Dimension } from "../config/definition/match.ts";
import type { EstablishedBy } from "../costs/attribution/established.ts";
import type { Basis } from "../costs/charge.ts";
import type { Borne } from "../costs/commitments/borne.ts";
import type { Leaf } from "../costs/leaf.ts";
import type { Amount } from "../costs/money.ts";
import type { Rational } from "../costs/rational.ts";

/** A value of each dimension asked for, in that order; null where there is none. */
export type Group = readonly (string | null)[];

/** What one group of teams' spend comes to; direct and shared sum to total. */
export interface ReportRow {
  readonly group: Group;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
}

/** What one leaf of a team's spend comes to. */
export interface LeafAmount {
  readonly leaf: Leaf;
  readonly direct: Amount;
  readonly shared: Amount;
}

/** A team's part of a pool's own charges. */
export interface TeamShare {
  readonly team: string;
  /** The exact fraction of the pool's amount. */
  readonly weight: Rational;
  readonly amount: Amount;
}

/** A pool's own charges and what each team bears of them. */
export interface ReportPool {
  readonly pool: string;
  readonly amount: Amount;
  readonly method: string;
  /** Metrics and their weights, where the method is usage. */
  readonly metric: Readonly<Record<string, string>> | null;
  readonly shares: readonly TeamShare[];
}

/** Money in scope that is nobody's, and why. */
export interface UnallocatedAmount {
  readonly reason: string;
  /** The tag value that names no team, who used a pool and is no team, or the pool. */
  readonly value: string | null;
  readonly amount: Amount;
}

/** A team's direct cost whose team was established in one way. */
export interface EstablishedSum {
  readonly team: string | null;
  readonly by: EstablishedBy;
  readonly amount: Amount;
}

/** What a team bears of commitments; all that is nobody's, in scope, is of no team. */
export interface TeamCommitment extends Borne {
  readonly team: string | null;
}

/** Savings Plans, reservations and the like: who uses them, and who bears what nobody used. */
export interface ReportCommitments {
  /** Whether the report's figures are those of pooled commitments. */
  readonly pooled: boolean;
  /** Why there are no subsidies, and nothing was pooled; null where there are. */
  readonly reason: string | null;
  /** Ordered by team. */
  readonly teams: readonly TeamCommitment[];
}

/** The proofs that nothing was lost: billed by invoice, and billed + bridge = bill = reported. */
export interface ReportReconciliation {
  readonly billed: Amount;
  readonly bridge: readonly { readonly type: string; readonly amount: Amount }[];
  /** The whole bill on the report's basis. */
  readonly bill: Amount;
  readonly reported: Amount;
  readonly difference: Amount;
  readonly invoices: readonly {
    readonly issuer: string;
    readonly invoice: string;
    readonly billed: Amount;
  }[];
}

/** One period's bill divided among teams: the value that every renderer shows, digit for digit. */
export interface Report {
  /** `YYYY-MM` */
  readonly period: string;
  readonly currency: string;
  readonly basis: Basis;
  /** The hash of canonical charges, usage and configuration. */
  readonly snapshot: string;
  readonly groupBy: readonly Dimension[];
  readonly where: Where;
  readonly totals: {
    readonly bill: Amount;
    readonly direct: Amount;
    readonly shared: Amount;
    readonly unallocated: Amount;
    readonly excluded: Amount;
  };
  readonly rows: readonly ReportRow[];
  /** The finest cells behind the rows, ordered by leaf. */
  readonly leaves: readonly LeafAmount[];
  /** Direct cost by team and how that was established; sums to the direct total. */
  readonly established: readonly EstablishedSum[];
  readonly pools: readonly ReportPool[];
  readonly unallocated: readonly UnallocatedAmount[];
  readonly reconciliation: ReportReconciliation;
  /** Absent where the bill holds none, and on other bases than effective cost. */
  readonly commitments?: ReportCommitments;
}

/** Which leaves are kept: for each dimension given, one of its values; an empty text stands for none. */
export type Where = Readonly<Partial<Record<Dimension, readonly string[]>>>;

import type { EstablishedBy } from "../../costs/attribution/established.ts";
import type { Leaf } from "../../costs/leaf.ts";
import type { Amount } from "../../costs/money.ts";
import type { Rational } from "../../costs/rational.ts";
import type { TeamFairness } from "../fairness/fairness.ts";
import type { Snapshot, SnapshotPool, SnapshotSource } from "../snapshot.ts";
import type { Driver } from "./driver.ts";
import type { LineGroup } from "./lines.ts";
import type { Rounding } from "./rounding.ts";
import type { Rule } from "./rule.ts";
import type { Ways } from "./ways.ts";

/** A part of a team's share that counts at one leaf. */
export interface LeafShare {
  readonly leaf: Leaf;
  readonly weight: Rational;
  /** The weight times the pool's amount, in units of 10^-24. */
  readonly exact: Rational;
  readonly amount: Amount;
  /** Quanta that rounding gave: 0 or 1. */
  readonly units: number;
  readonly rounding: Rounding;
}

/** What a team bears of a pool's own charges, and why. */
export interface PoolExplanation
  extends Pick<
    SnapshotPool,
    "pool" | "amount" | "method" | "dividedBy" | "metric" | "quantum" | "completeness" | "confidence"
  > {
  readonly rules: readonly Rule[];
  /** The sources of its usage that could not be read, and why. */
  readonly unread: readonly Pick<SnapshotSource, "name" | "problem">[];
  /** What the team bears: the sum over its leaves. */
  readonly weight: Rational;
  readonly exact: Rational;
  readonly share: Amount;
  readonly leaves: readonly LeafShare[];
  readonly ways: Ways;
  /** The lines of the bill that the pool holds, which sum to its amount; null where the bill is not kept any more. */
  readonly lines: readonly LineGroup[] | null;
}

/** Direct cost of a team that was established in one way. */
export interface DirectExplanation {
  readonly by: EstablishedBy;
  readonly amount: Amount;
  readonly lines: readonly LineGroup[] | null;
}

/** What a team bears in a period, back to where every part of it came from. */
export interface Explanation extends Pick<Snapshot, "id" | "period" | "currency" | "basis" | "at" | "bills"> {
  readonly team: string;
  readonly direct: Amount;
  readonly shared: Amount;
  readonly total: Amount;
  /** Sums to `direct`; null where one pool was asked for. */
  readonly established: readonly DirectExplanation[] | null;
  /** All that the team bears something of, which sum to `shared`; or the one that was asked for. */
  readonly pools: readonly PoolExplanation[];
  /** How each pool was divided through which money came. */
  readonly drivers: readonly Driver[];
  /** What the team would bear alone. */
  readonly fairness: TeamFairness;
}

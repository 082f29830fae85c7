import type { Dimension } from "../config/definition/match.ts";
import type { Allocation, DividedPool, PoolShare } from "../costs/allocate.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import type { Reconciliation } from "../costs/attribution/reconcile.ts";
import type { Basis } from "../costs/charge.ts";
import { type Leaf, leafKey } from "../costs/leaf.ts";
import { type Amount, sum } from "../costs/money.ts";
import { add, type Rational, ZERO } from "../costs/rational.ts";
import { reportCommitments, type ShowbackCommitments } from "./commitments.ts";
import { establishedSums } from "./established.ts";
import type {
  EstablishedSum,
  LeafAmount,
  Report,
  ReportPool,
  ReportReconciliation,
  TeamShare,
  Where,
} from "./report.ts";
import { compareGroups, groupRows } from "./rows.ts";
import { unallocatedOf } from "./unallocated.ts";
import { keeps, leafOf } from "./where.ts";

/** What a report is made from, and what is to be shown of it. */
export interface ShowbackInput {
  readonly period: string;
  readonly basis: Basis;
  readonly snapshot: string;
  readonly allocation: Allocation;
  readonly reconciliation: Reconciliation;
  readonly groupBy: readonly Dimension[];
  readonly where: Where;
  /** What is borne of commitments before pools are divided; absent where nothing is known of any. */
  readonly commitments?: ShowbackCommitments | undefined;
}

/** Money and where it ended, directly or through a pool. */
interface Part {
  readonly destination: Destination;
  readonly amount: Amount;
  readonly through: "direct" | "shared";
}

/**
 * Shapes an allocation into a report: the whole bill is divided first, then `where` keeps the leaves that match and
 * the totals sum what was kept, while the reconciliation stays whole.
 */
export function showback(input: ShowbackInput): Report {
  const { period, basis, snapshot, allocation, reconciliation, groupBy, where, commitments } = input;
  const all = partsOf(allocation);
  const kept = all.filter(({ destination }) => keeps(leafOf(destination), where));
  const ofKind = (kind: Destination["kind"]) => kept.filter(({ destination }) => destination.kind === kind);
  const teams = ofKind("direct");
  const total = (parts: readonly Part[]) => sum(parts.map(({ amount }) => amount));
  const leaves = leavesOf(teams);
  return {
    period,
    currency: allocation.currency,
    basis,
    snapshot,
    groupBy,
    where,
    totals: {
      bill: total(kept),
      direct: total(teams.filter(({ through }) => through === "direct")),
      shared: total(teams.filter(({ through }) => through === "shared")),
      unallocated: total(ofKind("unallocated")),
      excluded: total(ofKind("excluded")),
    },
    rows: groupRows(leaves, groupBy),
    leaves,
    established: establishedByTeam(allocation, where),
    pools: allocation.pools.map((pool) => reportPool(pool, where)),
    unallocated: unallocatedOf(kept),
    reconciliation: reconciled(reconciliation, total(all)),
    ...(commitments === undefined ? {} : { commitments: reportCommitments(commitments, allocation, where) }),
  };
}

function partsOf({ placed, pools }: Allocation): Part[] {
  return [
    ...placed.map((part) => ({ ...part, through: "direct" as const })),
    ...pools.flatMap(({ shares }) => shares.map((share) => ({ ...share, through: "shared" as const }))),
  ];
}

function leavesOf(parts: readonly Part[]): LeafAmount[] {
  const byKey = new Map<string, { leaf: Leaf; direct: Amount; shared: Amount }>();
  for (const { destination, amount, through } of parts) {
    const leaf = leafOf(destination);
    const key = leafKey(leaf);
    const known = byKey.get(key) ?? { leaf, direct: 0n, shared: 0n };
    known[through] += amount;
    byKey.set(key, known);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, amounts]) => amounts);
}

function establishedByTeam({ established }: Allocation, where: Where): EstablishedSum[] {
  const kept = established.filter(({ leaf }) => keeps(leaf, where));
  const teams = [...new Set(kept.map(({ leaf }) => leaf.team))].sort(compareTeams);
  return teams.flatMap((team) => {
    const own = kept.filter(({ leaf }) => leaf.team === team);
    return establishedSums(own.map(({ by, amount }) => ({ team, by, amount }))).map((each) => ({
      team,
      ...each,
    }));
  });
}

function compareTeams(a: string | null, b: string | null): number {
  return compareGroups([a], [b]);
}

function reportPool({ pool, amount, shares }: DividedPool, where: Where): ReportPool {
  const kept = shares.filter(({ destination }) => keeps(leafOf(destination), where));
  return {
    pool: pool.name,
    amount,
    method: pool.method,
    metric: pool.method === "usage" ? pool.metric : null,
    shares: teamShares(kept),
  };
}

function teamShares(shares: readonly PoolShare[]): TeamShare[] {
  const byTeam = new Map<string, { weight: Rational; amount: Amount }>();
  for (const { destination, weight, amount } of shares) {
    if (destination.kind !== "direct" || destination.leaf.team === null) continue;
    const known = byTeam.get(destination.leaf.team) ?? { weight: ZERO, amount: 0n };
    byTeam.set(destination.leaf.team, { weight: add(known.weight, weight), amount: known.amount + amount });
  }
  return [...byTeam].sort(([a], [b]) => (a < b ? -1 : 1)).map(([team, share]) => ({ team, ...share }));
}

function reconciled(reconciliation: Reconciliation, reported: Amount): ReportReconciliation {
  const { billed, total } = reconciliation;
  return {
    billed,
    bridge: reconciliation.bridge(),
    bill: total,
    reported,
    difference: total - reported,
    invoices: reconciliation.invoices(),
  };
}

import { formatAmount } from "@tagledger/core/costs/money";
import { formatRational } from "@tagledger/core/costs/rational";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import type { SnapshotDifference, TeamDifference } from "@tagledger/core/snapshots/difference";
import { fairness } from "@tagledger/core/snapshots/fairness/fairness";
import { fairnessWarnings } from "@tagledger/core/snapshots/fairness/words";
import type { Snapshot, SnapshotPool } from "@tagledger/core/snapshots/snapshot";
import { exactMembers } from "./exact-members.ts";

/** What became of a basis, for programs: amounts as exact decimals, fractions as `n/d`. */
export function allocatedJson({ period, basis, outcome, reason, snapshot, crossed }: Allocated) {
  return {
    period,
    basis,
    outcome,
    reason,
    snapshot: snapshot === null ? null : snapshotJson(snapshot),
    crossed: crossed.map(({ budget, threshold, amount }) => ({
      match: budget.match,
      monthly: budget.monthly,
      threshold,
      amount: formatAmount(amount),
    })),
  };
}

function snapshotJson(whole: Snapshot) {
  const { id, digest, at, currency, previous, bills, configuration, ...snapshot } = whole;
  const { report, pools, sources, difference } = snapshot;
  return {
    id,
    digest,
    at: new Date(at).toISOString(),
    currency,
    previous,
    bills: bills.map(({ export: name, version, sequence }) => ({ export: name, version, sequence })),
    configuration,
    totals: exactMembers(report.totals),
    pools: pools.map(poolJson),
    sources,
    warnings: fairnessWarnings(fairness(whole), currency),
    difference: difference === null ? null : differenceJson(difference),
  };
}

function poolJson({ pool, amount, method, dividedBy, completeness, confidence }: SnapshotPool) {
  return {
    pool,
    amount: formatAmount(amount),
    method,
    dividedBy,
    completeness: completeness === null ? null : formatRational(completeness),
    confidence: formatRational(confidence),
  };
}

function differenceJson({ since, teams }: SnapshotDifference) {
  return {
    since,
    teams: teams.map(({ team, before, after, causes }: TeamDifference) => ({
      team,
      before: formatAmount(before),
      after: formatAmount(after),
      causes: causes === null ? null : exactMembers(causes),
    })),
  };
}

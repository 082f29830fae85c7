import type { Dimension } from "../config/definition/match.ts";
import { type Amount, sum } from "../costs/money.ts";
import type { Report, Where } from "./report.ts";
import { groupRows } from "./rows.ts";

/** What is wanted of a report that is there. */
export interface Narrowing {
  readonly groupBy: readonly Dimension[];
  /** The teams to keep, all where it is absent; an empty text stands for none. */
  readonly teams?: readonly string[] | undefined;
}

/**
 * Groups a whole report anew and keeps what belongs to some teams, as if it had been asked for so: totals sum what is
 * kept, while the reconciliation stays whole.
 *
 * @example narrow(report, { groupBy: ["project"], teams: ["vision"] }).totals.direct // what vision spends directly
 */
export function narrow(report: Report, { groupBy, teams }: Narrowing): Report {
  if (teams === undefined) return { ...report, groupBy, rows: groupRows(report.leaves, groupBy) };
  const isKept = (team: string | null) => teams.includes(team ?? "");
  const leaves = report.leaves.filter(({ leaf }) => isKept(leaf.team));
  const direct = sum(leaves.map((each) => each.direct));
  const shared = sum(leaves.map((each) => each.shared));
  // What is nobody's belongs to no team.
  const nobodys = (amount: Amount) => (isKept(null) ? amount : 0n);
  const unallocated = nobodys(report.totals.unallocated);
  const excluded = nobodys(report.totals.excluded);
  const where: Where = { ...report.where, team: teams };
  return {
    ...report,
    groupBy,
    where,
    totals: { bill: direct + shared + unallocated + excluded, direct, shared, unallocated, excluded },
    rows: groupRows(leaves, groupBy),
    leaves,
    established: report.established.filter(({ team }) => isKept(team)),
    pools: report.pools.map((pool) => ({ ...pool, shares: pool.shares.filter(({ team }) => isKept(team)) })),
    unallocated: isKept(null) ? report.unallocated : [],
    ...(report.commitments === undefined
      ? {}
      : {
          commitments: {
            ...report.commitments,
            teams: report.commitments.teams.filter(({ team }) => isKept(team)),
          },
        }),
  };
}

import type { EstablishedBy } from "../../costs/attribution/established.ts";
import { type Amount, sum } from "../../costs/money.ts";
import { type Rational, rational } from "../../costs/rational.ts";
import { establishedSums } from "../established.ts";
import type { EstablishedSum } from "../report.ts";

/** How far direct cost carries the tags of its team. */
export interface Coverage {
  readonly direct: Amount;
  /** That whose team its own tag established, or the one that it carried at that hour. */
  readonly covered: Amount;
  /** Covered of direct; null where nothing is direct, or where credits make the fraction say nothing. */
  readonly fraction: Rational | null;
  /** Sums to direct. */
  readonly by: readonly { readonly by: EstablishedBy; readonly amount: Amount }[];
}

/** How far the direct cost of a team carries its tags. */
export interface TeamCoverage extends Coverage {
  readonly team: string;
}

/** Tag coverage by cost, of all that is told and team by team. */
export interface MonthCoverage extends Coverage {
  readonly teams: readonly TeamCoverage[];
}

const TAGGED: readonly EstablishedBy[] = ["tag", "ledger"];

/**
 * How far direct cost carries tags; what was inferred or decided is no coverage.
 *
 * @param teams those to tell of; all where null
 */
export function coverageOf(
  established: readonly EstablishedSum[],
  teams: readonly string[] | null,
): MonthCoverage {
  const told = established.filter(({ team }) => teams === null || (team !== null && teams.includes(team)));
  const names = [...new Set(told.flatMap(({ team }) => team ?? []))].sort();
  return {
    ...oneOf(told),
    teams: names.map((team) => ({ team, ...oneOf(told.filter((each) => each.team === team)) })),
  };
}

function oneOf(established: readonly EstablishedSum[]): Coverage {
  const by = establishedSums(established);
  const direct = sum(by.map(({ amount }) => amount));
  const covered = sum(by.filter((each) => TAGGED.includes(each.by)).map(({ amount }) => amount));
  const isPart = direct > 0n && covered >= 0n && covered <= direct;
  return { direct, covered, fraction: isPart ? rational(covered, direct) : null, by };
}

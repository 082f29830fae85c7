import type { PoolsAnswer, ReportAnswer } from "../api/answers.ts";
import { type Amount, largestFirst, magnitude, parseAmount, sum } from "../money/amount.ts";
import { fold } from "../spend/fold.ts";

/** Where money is on its way from the bill to the teams. */
export interface Place {
  /** Unlike that of any other place. */
  readonly id: string;
  readonly kind: "bill" | "direct" | "pool" | "unallocated" | "excluded" | "team";
  readonly label: string;
  /** The team, where the place is one team and not several. */
  readonly team: string | null;
}

/** Money that goes from one place to another; a credit goes the other way, below zero. */
export interface Flow {
  readonly from: Place;
  readonly to: Place;
  readonly amount: Amount;
}

const MOST_POOLS = 6;
const MOST_TEAMS = 10;

const BILL = place("bill", "bill", "The bill");
const DIRECT = place("direct", "direct", "direct");
const UNALLOCATED = place("unallocated", "unallocated", "unallocated");
const EXCLUDED = place("excluded", "excluded", "out of scope");

interface Share {
  readonly team: string | null;
  readonly amount: Amount;
}

interface Source {
  readonly place: Place;
  readonly shares: readonly Share[];
}

/**
 * Follows a whole bill to its teams. What a pool kept back, held or idle, is unallocated and not the pool's: so what
 * leaves the bill is the bill, and what reaches a team is what it bears.
 *
 * @param report by team, without a filter
 * @param folded whether small pools and teams stand together, as in a picture
 */
export function flowsOf(
  { totals, rows }: ReportAnswer,
  pools: PoolsAnswer["pools"],
  folded: boolean,
): readonly Flow[] {
  const [mostPools, mostTeams] = folded ? [MOST_POOLS, MOST_TEAMS] : [pools.length, rows.length];
  const direct = rows.map((row) => ({ team: row.team ?? null, amount: parseAmount(row.direct) }));
  const sources = [{ place: DIRECT, shares: direct }, ...fold(poolSources(pools), mostPools, mergePools)];
  const teams = teamPlaces(rows, mostTeams);
  return [
    ...sources.map(({ place, shares }) => ({ from: BILL, to: place, amount: total(shares) })),
    { from: BILL, to: UNALLOCATED, amount: parseAmount(totals.unallocated ?? "0") },
    { from: BILL, to: EXCLUDED, amount: parseAmount(totals.excluded ?? "0") },
    ...sources.flatMap(({ place, shares }) => toTeams(place, shares, teams)),
  ].filter(({ amount }) => amount !== 0n);
}

function poolSources(pools: PoolsAnswer["pools"]): readonly Source[] {
  return pools
    .map(({ pool, shares }) => ({
      place: place(`pool ${pool}`, "pool", pool),
      shares: shares.map(({ team, amount }) => ({ team, amount: parseAmount(amount) })),
    }))
    .sort(largestFirst(({ shares }) => magnitude(total(shares))));
}

function mergePools(rest: readonly Source[]): Source {
  return {
    place: place("pools", "pool", `${rest.length} other pools`),
    shares: rest.flatMap(({ shares }) => shares),
  };
}

/** Where each team's money arrives, the team that bears most first. */
function teamPlaces(rows: ReportAnswer["rows"], most: number): ReadonlyMap<string | null, Place> {
  const teams = rows
    .map((row) => ({ team: row.team ?? null, amount: parseAmount(row.total) }))
    .sort(largestFirst(({ amount }) => amount));
  const kept = teams.length <= most ? teams.length : most - 1;
  const others = place("teams", "team", `${teams.length - kept} other teams`);
  return new Map(
    teams.map(({ team }, rank) => [
      team,
      rank < kept ? place(`team ${team ?? ""}`, "team", team ?? "no team", team) : others,
    ]),
  );
}

function toTeams(
  from: Place,
  shares: readonly Share[],
  teams: ReadonlyMap<string | null, Place>,
): readonly Flow[] {
  const amountOf = (to: Place) => total(shares.filter(({ team }) => teams.get(team) === to));
  return [...new Set(teams.values())].map((to) => ({ from, to, amount: amountOf(to) }));
}

function total(shares: readonly Share[]): Amount {
  return sum(shares.map(({ amount }) => amount));
}

function place(id: string, kind: Place["kind"], label: string, team: string | null = null): Place {
  return { id, kind, label, team };
}

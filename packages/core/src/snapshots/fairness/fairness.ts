import { type Amount, sum } from "../../costs/money.ts";
import type { Snapshot } from "../snapshot.ts";
import { teamAt } from "../team-totals.ts";
import { type BorneTogether, worstCoalition } from "./coalition.ts";
import { type KnownUse, knownUse } from "./use.ts";

/** What a team bears of a pool that it is not known to use. */
export interface UnusedPool {
  readonly pool: string;
  readonly amount: Amount;
  /** Whether others are known to use it; else nobody measures it. */
  readonly measured: boolean;
}

/** What a team bears of shared cost, and what it would bear alone. */
export interface TeamFairness {
  readonly team: string;
  readonly share: Amount;
  /** The whole of every pool that it is known to use: more than it would need alone, never less. */
  readonly alone: Amount;
  /** By how much its share exceeds that; 0 where it does not. */
  readonly excess: Amount;
  /** In the order of the configuration. */
  readonly unused: readonly UnusedPool[];
}

/** Whether anybody would do better alone. */
export interface Fairness {
  /** All teams that bear shared cost, ordered. */
  readonly teams: readonly TeamFairness[];
  /** The teams that together bear most beyond what they would bear alone; null where no teams bear more. */
  readonly coalition: BorneTogether | null;
}

/**
 * Holds what teams bear of shared cost against what they would bear alone: the stand-alone test of the theory of
 * cooperative games, for each team, and for every group of teams at once (whether the division lies in the core). Credits
 * are left out on both sides, and so are pools that nobody measures where groups are tested.
 */
export function fairness(snapshot: Snapshot): Fairness {
  const use = knownUse(snapshot);
  const teams = [
    ...new Set(
      snapshot.pools.flatMap(({ shares }) => shares.flatMap(({ destination }) => teamAt(destination) ?? [])),
    ),
  ];
  return {
    teams: teams.sort().map((team) => ofTeam(snapshot, use, team)),
    coalition: worstCoalition(
      costs(snapshot)
        .filter(({ pool }) => isMeasured(use, pool))
        .map(({ pool, amount, shares }) => ({
          amount,
          users: use.get(pool) ?? new Set(),
          shares: shares.flatMap(({ destination, amount: borne }) => {
            const team = teamAt(destination);
            return team === null ? [] : [{ team, amount: borne }];
          }),
        })),
    ),
  };
}

/** The same for one team. */
export function fairnessOf(snapshot: Snapshot, team: string): TeamFairness {
  return ofTeam(snapshot, knownUse(snapshot), team);
}

function ofTeam(snapshot: Snapshot, use: KnownUse, team: string): TeamFairness {
  const borne = costs(snapshot).map((pool) => ({
    ...pool,
    share: sum(
      pool.shares.filter(({ destination }) => teamAt(destination) === team).map(({ amount }) => amount),
    ),
    uses: use.get(pool.pool)?.has(team) ?? false,
  }));
  const share = sum(borne.map((each) => each.share));
  const alone = sum(borne.filter(({ uses }) => uses).map(({ amount }) => amount));
  return {
    team,
    share,
    alone,
    excess: share > alone ? share - alone : 0n,
    unused: borne
      .filter((each) => !each.uses && each.share > 0n)
      .map(({ pool, share: amount }) => ({ pool, amount, measured: isMeasured(use, pool) })),
  };
}

function isMeasured(use: KnownUse, pool: string): boolean {
  return (use.get(pool)?.size ?? 0) > 0;
}

/** Pools that cost something: what is given back has no cost that anybody would bear alone. */
function costs({ pools }: Snapshot): Snapshot["pools"] {
  return pools.filter(({ amount }) => amount > 0n);
}

import { type Amount, sum } from "../../costs/money.ts";
import type { Snapshot } from "../snapshot.ts";
import { teamAt } from "../team-totals.ts";
import { type BorneTogether, worstCoalition } from "./coalition.ts";
import { knownUse } from "./use.ts";

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

/** A pool that costs something, what teams bear of it, and who is known to use it. */
interface Cost {
  readonly pool: string;
  readonly amount: Amount;
  readonly byTeam: ReadonlyMap<string, Amount>;
  readonly users: ReadonlySet<string>;
}

/**
 * Holds what teams bear of shared cost against what they would bear alone: the stand-alone test of the theory of
 * cooperative games, for each team, and for every group of teams at once (whether the division lies in the core). Credits
 * are left out on both sides, and so are pools that nobody measures where groups are tested.
 *
 * @example fairness(snapshot).teams.filter(({ excess }) => excess > 0n) // those that would do better alone
 */
export function fairness(snapshot: Snapshot): Fairness {
  const costs = costsOf(snapshot);
  const teams = new Set(costs.flatMap(({ byTeam }) => [...byTeam.keys()]));
  const measured = costs.filter(({ users }) => users.size > 0);
  return {
    teams: [...teams].sort().map((team) => ofTeam(costs, team)),
    coalition: worstCoalition(
      measured.map(({ amount, users, byTeam }) => ({
        amount,
        users,
        shares: [...byTeam].map(([team, borne]) => ({ team, amount: borne })),
      })),
    ),
  };
}

/** The same for one team. */
export function fairnessOf(snapshot: Snapshot, team: string): TeamFairness {
  return ofTeam(costsOf(snapshot), team);
}

function ofTeam(costs: readonly Cost[], team: string): TeamFairness {
  const used = costs.filter(({ users }) => users.has(team));
  const share = sum(costs.map(({ byTeam }) => byTeam.get(team) ?? 0n));
  const alone = sum(used.map(({ amount }) => amount));
  return {
    team,
    share,
    alone,
    excess: share > alone ? share - alone : 0n,
    unused: costs.flatMap(({ pool, byTeam, users }) => {
      const amount = byTeam.get(team) ?? 0n;
      return users.has(team) || amount === 0n ? [] : [{ pool, amount, measured: users.size > 0 }];
    }),
  };
}

/** The pools that cost something: what is given back has no cost that anybody would bear alone. */
function costsOf(snapshot: Snapshot): Cost[] {
  const use = knownUse(snapshot);
  return snapshot.pools
    .filter(({ amount }) => amount > 0n)
    .map(({ pool, amount, shares }) => {
      const byTeam = new Map<string, Amount>();
      for (const { destination, amount: borne } of shares) {
        const team = teamAt(destination);
        if (team !== null) byTeam.set(team, (byTeam.get(team) ?? 0n) + borne);
      }
      return { pool, amount, byTeam, users: use.get(pool) ?? new Set<string>() };
    });
}

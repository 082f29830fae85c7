import { UNOWNED_PREFIX } from "@tagledger/core/config/consumers";
import type { Team } from "@tagledger/core/config/definition/teams";
import { principalMatcher } from "@tagledger/core/config/reading/principal";
import type { DataEvent } from "./event.ts";

/** Who is charged with a call, and how well that is known: of several records of one call the least rank decides. */
export interface Owner {
  readonly team: string;
  readonly rank: 0 | 1 | 2;
}

/** Compiles whose calls are, by the principals of teams; teams by name, for the order of the file decides nothing. */
export function ownerOfCall(
  teams: Readonly<Record<string, Pick<Team, "principals">>>,
): (event: DataEvent) => Owner {
  const owners = Object.entries(teams)
    .filter(([, { principals }]) => principals.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, { principals }]) => ({ team, matches: principalMatcher(principals) }));
  return ({ principals, name, isAccount }) => {
    const owner = owners.find(({ matches }) => principals.some(matches));
    if (owner !== undefined) return { team: owner.team, rank: 0 };
    return { team: UNOWNED_PREFIX + name, rank: isAccount ? 2 : 1 };
  };
}

import { CAPACITY, consumersOf, pooled, unowned } from "../../config/consumers.ts";
import type { Config } from "../../config/definition.ts";
import { parsePeriod } from "../../costs/period.ts";
import type { Row } from "../../costs/sharing/row.ts";
import type { UsageRow } from "../../costs/sharing/usage.ts";
import { dividedAgain } from "../divided-again.ts";
import type { Snapshot } from "../snapshot.ts";
import { teamAt } from "../team-totals.ts";

/** Which teams are known to use each pool, by itself or through pools that use it; none where nobody measures it. */
export type KnownUse = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Says who is known to use each pool: who has usage of it, whatever the method it is divided by; who spends, where it is
 * proportional to spending; and all who use a pool that uses it, that it follows, or that its rule names. That an even or
 * fixed division names a team says nothing about use.
 */
export function knownUse(snapshot: Snapshot): KnownUse {
  const { rows } = dividedAgain(snapshot);
  const users = new Map(
    snapshot.pools.map(({ pool, dividedBy }) => {
      const rule = snapshot.config.pools.find(({ name }) => name === pool);
      const month = parsePeriod(dividedBy.usage ?? snapshot.period);
      const measured = snapshot.usage.filter(
        (row) => row.pool === pool && row.quantity > 0n && row.start < month.end && row.end > month.start,
      );
      return [
        pool,
        new Set([...measured.flatMap(userIn), ...(rule ? ruledUsers(rule, rows.get(pool)) : [])]),
      ];
    }),
  );
  return new Map([...users.keys()].map((pool) => [pool, teamsBehind(pool, users)]));
}

/** A team, or a pool as `pool:NAME`, that a row of usage is about. */
function userIn({ team }: UsageRow): string[] {
  return team === CAPACITY || unowned(team) !== undefined ? [] : [team];
}

/** Those that the rule of a pool makes users of it, where it was divided by that rule. */
function ruledUsers(rule: Config["pools"][number], row: Row | undefined): string[] {
  if (row === undefined || row.by.method !== rule.method) return [];
  if (rule.method === "proportional")
    return [...row.destinations.values()].flatMap((destination) => teamAt(destination) ?? []);
  if (rule.method === "follow") return rule.of.map((name) => `pool:${name}`);
  return consumersOf(rule).flatMap(({ name }) => (pooled(name) === undefined ? [] : [name]));
}

function teamsBehind(pool: string, users: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const pools = new Set([pool]);
  const teams = new Set<string>();
  for (const each of pools) {
    for (const user of users.get(each) ?? []) {
      const upstream = pooled(user);
      if (upstream === undefined) teams.add(user);
      else pools.add(upstream);
    }
  }
  return teams;
}

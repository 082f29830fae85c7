import { consumersOf, POOL_PREFIX, pooled } from "../consumers.ts";
import type { Config } from "../definition.ts";
import { matchesOf, plainGlobs } from "../matches.ts";
import { below, type Mention, mention } from "../mention.ts";
import type { Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";
import { teamsOf } from "../teams.ts";

/** Whoever is named as a team must be one, spelt as the configuration spells it. */
export function checkTeams(config: Config): Flaw[] {
  const teams = teamsOf(config);
  if (teams === "open") return [];
  const pools = new Set(config.pools.map(({ name }) => name));
  return mentions(config).flatMap(({ name, ...place }) => {
    if (teams.has(name)) return [];
    const hint = pools.has(name) ? `: a pool is written "${POOL_PREFIX}${name}"` : suggest(name, teams);
    return [{ ...place, message: `no team is called "${name}"${hint}` }];
  });
}

function mentions(config: Config): Mention[] {
  return [
    ...config.assign.flatMap(({ set }, index) => mention(set.team, ["assign", index, "set", "team"])),
    ...Object.entries(config.policies).flatMap(([kind, policy]) =>
      typeof policy === "object" && "team" in policy ? mention(policy.team, ["policies", kind, "team"]) : [],
    ),
    ...config.pools.flatMap((pool, index) =>
      below(["pools", index], consumersOf(pool)).filter(({ name }) => pooled(name) === undefined),
    ),
    ...matchesOf(config).flatMap(({ match, path }) => plainGlobs(match.team, [...path, "team"])),
  ];
}

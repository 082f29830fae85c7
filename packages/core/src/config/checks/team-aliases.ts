import type { Config } from "../definition.ts";
import { fold } from "../fold.ts";
import { type Span, spanOf } from "../moments.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { teamsOf } from "../teams.ts";

interface TeamAlias {
  readonly name: string;
  readonly team: string;
  readonly span: Span;
  readonly path: ConfigPath;
}

/** At no time may an alias be the name of a team, or the alias of two. */
export function checkTeamAliases(config: Config): Flaw[] {
  const read = (name: string) => fold(config.normalize, name);
  const teams = teamsOf(config);
  const named = new Map([...(teams === "open" ? [] : teams)].map((team) => [read(team), team]));
  const known = new Map<string, TeamAlias[]>();
  return aliasesOf(config).flatMap((alias): Flaw[] => {
    const { name, path } = alias;
    const team = named.get(read(name));
    if (team !== undefined) {
      return [{ path, message: `"${name}" is the name of team "${team}": expected another alias` }];
    }
    const earlier = known.get(read(name)) ?? [];
    known.set(read(name), [...earlier, alias]);
    const rival = earlier.find((each) => each.team !== alias.team && overlap(each.span, alias.span));
    if (rival === undefined) return [];
    return [{ path, message: `"${name}" is an alias of team "${rival.team}" too, at the same time` }];
  });
}

/** The aliases of all teams; one whose dates are impossible is asked about elsewhere. */
function aliasesOf({ teams }: Config): TeamAlias[] {
  return Object.entries(teams).flatMap(([team, { aliases }]) =>
    aliases.flatMap((alias, index) => {
      const span = spanOf(alias);
      const path = ["teams", team, "aliases", index, "name"];
      return span === undefined ? [] : [{ name: alias.name, team, span, path }];
    }),
  );
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

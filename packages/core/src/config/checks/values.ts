import { DIMENSIONS, type Match } from "../definition/match.ts";
import type { Config } from "../definition.ts";
import { dimensionValues, tagRuleOf } from "../dimensions.ts";
import { matchesOf, plainGlobs } from "../matches.ts";
import { type Mention, mention } from "../mention.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";

/** A team that is not known is worse than a value that is not listed, and asked about elsewhere. */
const LISTED = DIMENSIONS.filter((dimension) => dimension !== "team");

/** A value that its tag does not list, in `match` or `set`, is probably misspelt: it would never be met. */
export function checkValues(config: Config): Flaw[] {
  const set = config.assign.flatMap(({ set }, index) =>
    LISTED.flatMap((each) => {
      return unlisted(
        mention(set[each], ["assign", index, "set", each]),
        each,
        dimensionValues(config, each),
      );
    }),
  );
  return [...set, ...matchesOf(config).flatMap(({ match, path }) => unmet(config, match, path))];
}

function unmet(config: Config, match: Match, path: ConfigPath): Flaw[] {
  return [
    ...LISTED.flatMap((each) =>
      unlisted(plainGlobs(match[each], [...path, each]), each, dimensionValues(config, each)),
    ),
    ...Object.entries(match.tags ?? {}).flatMap(([key, globs]) =>
      unlisted(plainGlobs(globs, [...path, "tags", key]), key, tagRuleOf(config, key)?.values ?? []),
    ),
  ];
}

function unlisted(mentions: readonly Mention[], key: string, known: readonly string[]): Flaw[] {
  if (known.length === 0) return [];
  return mentions
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) => ({
      path,
      message: `"${name}" is not a value of ${key}${suggest(name, known)}`,
      severity: "warning",
    }));
}

import { DIMENSIONS, type Dimension } from "../config/definition/match.ts";
import type { Config } from "../config/definition.ts";
import { normalizer } from "../config/reading/normalize.ts";
import { speller } from "../config/reading/spelling.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";
import { teamResolver } from "../config/reading/teams.ts";

/**
 * Compiles what the rules take the raw value of a tag for.
 *
 * @returns a function of a key, its raw value and the instant (epoch milliseconds) at which dated aliases are read, that
 * gives null for a value that says nothing: an empty one, or one of the team's key that names no team
 * @example readerAs(config)("ml-environment", " Production", 0) // "prod"
 */
export function readerAs(config: Config): (key: string, raw: string, at: number) => string | null {
  const normalize = normalizer(config);
  const spell = speller(config);
  const teams = teamResolver(config);
  const dimensions = new Map(
    DIMENSIONS.toReversed().flatMap((dimension) =>
      (config.dimensions[dimension] ?? []).map((key): [string, Dimension] => [
        comparableTagKey(key),
        dimension,
      ]),
    ),
  );
  return (key, raw, at) => {
    const value = normalize(key, raw);
    if (value === "") return null;
    const dimension = dimensions.get(comparableTagKey(key));
    if (dimension === "team") return teams.resolve(raw, at) ?? null;
    return dimension === undefined ? value : spell(dimension, value);
  };
}

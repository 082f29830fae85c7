import type { Match } from "./definition/match.ts";
import type { Config } from "./definition.ts";
import type { Mention } from "./mention.ts";
import type { ConfigPath } from "./problem.ts";

/** A `match` of the configuration, and where it stands. */
export interface PlacedMatch {
  readonly match: Match;
  readonly path: ConfigPath;
}

/** Every `match` of the configuration, in the order of its definition. */
export function matchesOf(config: Config): PlacedMatch[] {
  return [
    ...placed(["assign"], config.assign),
    ...placed(["pools"], config.pools),
    ...placed(["enforcement", "rules"], config.enforcement.rules),
    ...placed(["enforcement", "exemptions"], config.enforcement.exemptions),
    ...placed(["budgets"], config.budgets),
  ];
}

function placed(path: ConfigPath, rules: readonly { readonly match?: Match | undefined }[]): PlacedMatch[] {
  return rules.flatMap(({ match }, index) =>
    match === undefined ? [] : [{ match, path: [...path, index, "match"] }],
  );
}

/** The globs at one key of a match that stand for themselves only; none where the key is not given. */
export function plainGlobs(globs: string | readonly string[] | undefined, path: ConfigPath): Mention[] {
  const all =
    typeof globs === "string"
      ? [{ name: globs, path }]
      : (globs ?? []).map((name, index) => ({ name, path: [...path, index] }));
  return all.filter(({ name }) => !/[*?]/.test(name));
}

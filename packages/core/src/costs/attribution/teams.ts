import { RE2JS } from "re2js";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys, tagRuleOf } from "../../config/dimensions.ts";
import { fold } from "../../config/fold.ts";
import { type Span, spanOf } from "../../config/moments.ts";
import { teamsOf } from "../../config/teams.ts";
import { normalizer } from "../matching/normalize.ts";

/** The teams of an organisation, by every name they answer to. */
export interface Teams {
  /** The teams that the configuration names, sorted; empty where every value is a team. */
  readonly names: readonly string[];
  /** The team that a tag or usage value means at an instant, or undefined where it means none. */
  resolve(value: string, at: number): string | undefined;
}

interface Alias extends Span {
  readonly team: string;
}

/**
 * Compiles who is a team: `teams` and the values of the team's keys; where neither names any, every value is one.
 *
 * @example teamResolver(config).resolve(" FD ", Date.UTC(2026, 8, 1)) // "fraud-detection", by its dated alias
 */
export function teamResolver(config: Config): Teams {
  const keys = dimensionKeys(config, "team");
  const normalize = normalizer(config);
  const named = teamsOf(config);
  const names = named === "open" ? [] : [...named];
  const byName = new Map(names.map((name) => [fold(config.normalize, name), name]));
  const aliases = aliasesOf(config);
  const patterns = keys
    .flatMap((key) => tagRuleOf(config, key)?.pattern ?? [])
    .map((each) => RE2JS.compile(each));
  return {
    names,
    resolve(value, at) {
      const folded = fold(config.normalize, value);
      const alias = aliases.get(folded)?.find(({ start, end }) => start <= at && at < end);
      if (alias !== undefined) return alias.team;
      const normalized = keys.reduce((text, key) => normalize(key, text), folded);
      if (named !== "open") return byName.get(fold(config.normalize, normalized));
      return normalized !== "" && patterns.every((pattern) => pattern.matches(normalized))
        ? normalized
        : undefined;
    },
  };
}

function aliasesOf({ teams, normalize }: Config): Map<string, Alias[]> {
  const aliases = new Map<string, Alias[]>();
  for (const [team, { aliases: given }] of Object.entries(teams)) {
    for (const { name, ...dates } of given) {
      const span = spanOf(dates);
      const key = fold(normalize, name);
      if (span !== undefined) aliases.set(key, [...(aliases.get(key) ?? []), { team, ...span }]);
    }
  }
  return aliases;
}

import { RE2JS } from "re2js";
import { isOfNoTeam } from "../consumers.ts";
import type { Config } from "../definition.ts";
import { dimensionKeys, tagRuleOf } from "../dimensions.ts";
import { fold } from "../fold.ts";
import { type Span, spanOf } from "../moments.ts";
import { teamsOf } from "../teams.ts";
import { normalizer } from "./normalize.ts";
import { speller } from "./spelling.ts";

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
  const spell = speller(config);
  const known = new Set(names);
  const aliases = aliasesOf(config);
  const aliased = (name: string, at: number) =>
    aliases.get(fold(config.normalize, name))?.find(({ start, end }) => start <= at && at < end)?.team;
  const patterns = keys
    .flatMap((key) => tagRuleOf(config, key)?.pattern ?? [])
    .map((each) => RE2JS.compile(each));
  return {
    names,
    resolve(value, at) {
      const normalized = keys.reduce((text, key) => normalize(key, text), value);
      const name = aliased(normalized, at) ?? spell("team", normalized);
      if (named !== "open") return known.has(name) ? name : undefined;
      return isFree(name) && patterns.every((pattern) => pattern.matches(name)) ? name : undefined;
    },
  };
}

/** Says whether any value can be a team: all but what usage calls something else. */
export function isFree(name: string): boolean {
  const word = name.trim().toLowerCase();
  return word !== "" && !isOfNoTeam(word);
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

import { RE2JS } from "re2js";
import type { Config } from "../../config/definition.ts";
import { endOf, startOf } from "../../config/moments.ts";
import { folder, normalizer } from "../matching/normalize.ts";

/** The teams of an organisation, by every name they answer to. */
export interface Teams {
  /** The teams that the configuration names, sorted; empty where every value is a team. */
  readonly names: readonly string[];
  /** The team that a tag or usage value means at an instant, or undefined where it means none. */
  resolve(value: string, at: number): string | undefined;
}

interface Alias {
  readonly team: string;
  readonly from: number;
  readonly until: number;
}

/**
 * Compiles who is a team: `teams` and the values of the team's keys; where neither names any, every value is one.
 *
 * @example teamsOf(config).resolve(" FD ", Date.UTC(2026, 8, 1)) // "fraud-detection", by its dated alias
 */
export function teamsOf(config: Config): Teams {
  const keys = config.dimensions.team;
  const normalize = normalizer(config);
  const fold = folder(config);
  const listed = keys.flatMap((key) => config.tags[key]?.values ?? []);
  const names = [...new Set([...Object.keys(config.teams), ...listed])].sort();
  const byName = new Map(names.map((name) => [fold(name), name]));
  const aliases = aliasesOf(config, fold);
  const patterns = keys.flatMap((key) => config.tags[key]?.pattern ?? []).map((each) => RE2JS.compile(each));
  const open = names.length === 0;
  return {
    names,
    resolve(value, at) {
      const folded = fold(value);
      const alias = aliases.get(folded)?.find(({ from, until }) => from <= at && at < until);
      if (alias !== undefined) return alias.team;
      const normalized = keys.reduce((text, key) => normalize(key, text), folded);
      if (!open) return byName.get(fold(normalized));
      return normalized !== "" && patterns.every((pattern) => pattern.matches(normalized)) ? normalized : undefined;
    },
  };
}

function aliasesOf({ teams }: Config, fold: (value: string) => string): Map<string, Alias[]> {
  const aliases = new Map<string, Alias[]>();
  for (const [team, { aliases: given }] of Object.entries(teams)) {
    for (const { name, from, until } of given) {
      const alias: Alias = {
        team,
        from: from === undefined ? Number.NEGATIVE_INFINITY : startOf(from),
        until: until === undefined ? Number.POSITIVE_INFINITY : endOf(until),
      };
      aliases.set(fold(name), [...(aliases.get(fold(name)) ?? []), alias]);
    }
  }
  return aliases;
}

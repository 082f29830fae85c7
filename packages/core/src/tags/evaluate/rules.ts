import type { TagRule } from "../../config/definition/tags.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { oneOf } from "../../config/suggestion.ts";
import { teamsOf } from "../../config/teams.ts";
import { teamWords } from "../team-words.ts";
import { type DemandIn, demandOf } from "./condition.ts";
import type { Reader } from "./reading.ts";
import { teamReader } from "./team-reader.ts";
import { valueReader } from "./value-reader.ts";

/** The rule of one tag key, ready to be asked. */
export type CompiledRule = {
  readonly key: string;
  readonly read: Reader;
  readonly demand: DemandIn;
  /** The keys that the demand hangs on. */
  readonly hangsOn: readonly string[];
  /** The values allowed where they are listed, and the other words for them. */
  readonly words: readonly string[];
  /** What is allowed, in words. */
  readonly expected: string;
};

/** Compiles the rules of a configuration, in the order of its file. */
export function compileRules(config: Config): readonly CompiledRule[] {
  const teams = teamsOf(config);
  const teamKeys = new Set(dimensionKeys(config, "team"));
  const readTeam = teamReader(config);
  const readValue = valueReader(config);
  return Object.entries(config.tags).map(([key, rule]) => {
    const isTeam = teamKeys.has(key);
    const values = isTeam && teams !== "open" ? [...teams] : (rule.values ?? []);
    const words = [...(isTeam ? teamWords(config) : values), ...aliasesOf(config, key)];
    return {
      key,
      read: (isTeam ? readTeam : readValue)(key, rule),
      demand: demandOf(config, rule.required),
      hangsOn: typeof rule.required === "boolean" ? [] : Object.keys(rule.required.when),
      words: values.length === 0 ? [] : words,
      expected: inWords(rule, values),
    };
  });
}

function aliasesOf({ normalize: { aliases } }: Config, key: string): readonly string[] {
  return Object.hasOwn(aliases, key) ? Object.keys(aliases[key] ?? {}) : [];
}

function inWords({ pattern }: TagRule, values: readonly string[]): string {
  if (values.length > 0) return oneOf(values);
  return pattern === undefined ? "a value" : `a value that fits ${pattern}`;
}

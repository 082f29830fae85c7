import type { Config } from "../../config/definition.ts";
import type { Finding } from "../finding.ts";
import type { TagState } from "../tag-state.ts";
import { keyReader } from "./key-spelling.ts";
import { type CompiledRule, compileRules } from "./rules.ts";
import { type Standing, standingOf } from "./standing.ts";

/** The schema of a configuration, ready to be held against the tags of resources. */
export type Evaluator = {
  /** How tags deviate, at an instant (epoch milliseconds, UTC), in the order of the configuration; none is best. */
  evaluate(state: TagState, at: number): readonly Finding[];
  /** Where the value of a key stands; a key without a rule is read as it is. */
  standing(state: TagState, key: string, at: number): Standing;
  /** What a value of a key means, or null where it is none that the schema allows. */
  meaning(key: string, value: string, at: number): string | null;
  /** The key of the configuration that another spelling must mean, or null where it means none. */
  meantBy(tagKey: string): string | null;
  /** The values that a key allows where they are listed, and the other words for them. */
  words(key: string): readonly string[];
};

const NONE: readonly Finding[] = [];
const asItIs: CompiledRule["read"] = (value) => ({ reason: null, value });

/**
 * Compiles a configuration's schema, once for all resources.
 *
 * @example evaluator(config).evaluate({ tags: { "ml-team": "fd" }, hidden: [], known: "all" }, at)
 * // [{ key: "ml-team", reason: "alias", actual: "fd", expected: "fraud-detection" }, …]
 */
export function evaluator(config: Config): Evaluator {
  const rules = compileRules(config);
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  const keys = keyReader(config);
  const standing = (state: TagState, key: string, at: number) =>
    standingOf(state, key, { read: byKey.get(key)?.read ?? asItIs, keys, at });
  const meaning = (key: string, value: string, at: number) =>
    (byKey.get(key)?.read ?? asItIs)(value, at).value;

  const meaningIn = (state: TagState, key: string, at: number): string | null => {
    const found = standing(state, key, at);
    if (found.where === "hidden") return null;
    return "value" in found ? (meaning(key, found.value, at) ?? found.value) : "";
  };

  const findingsOf = (rule: CompiledRule, state: TagState, at: number): readonly Finding[] => {
    const { key, expected } = rule;
    const found = standing(state, key, at);
    if (found.where === "here") return valueFindings(rule, found.value, at);
    if (found.where === "misspelt") {
      const actual = found.spellings.join(", ");
      return [
        { key, reason: "misspelt-key", actual, expected: key },
        ...valueFindings(rule, found.value, at),
      ];
    }
    if (found.where === "conflict") {
      return [{ key, reason: "conflicting-keys", actual: found.spellings.join(", "), expected: key }];
    }
    const shownHidden = found.where === "hidden" && state.hidden.includes(key);
    const demand = rule.demand((other) => meaningIn(state, other, at));
    if (shownHidden || (demand !== "no" && (demand === "unknown" || found.where === "hidden"))) {
      return [{ key, reason: "hidden", actual: null, expected }];
    }
    if (demand === "no") return NONE;
    const actual = found.where === "nowhere" ? found.blank : null;
    return [{ key, reason: actual === null ? "missing" : "empty", actual, expected }];
  };

  return {
    evaluate(state, at) {
      let findings: readonly Finding[] = NONE;
      for (const rule of rules) {
        const more = findingsOf(rule, state, at);
        if (more.length > 0) findings = [...findings, ...more];
      }
      return findings;
    },
    standing,
    meaning,
    meantBy: (tagKey) => keys(tagKey)?.key ?? null,
    words: (key) => byKey.get(key)?.words ?? [],
  };
}

function valueFindings({ key, read, expected }: CompiledRule, value: string, at: number): readonly Finding[] {
  const reading = read(value, at);
  if (reading.reason === null) return NONE;
  return [{ key, reason: reading.reason, actual: value, expected: reading.value ?? expected }];
}

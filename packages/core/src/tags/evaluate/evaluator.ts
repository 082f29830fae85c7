import type { TagMap } from "../../catalog/tags.ts";
import type { Config } from "../../config/definition.ts";
import type { Finding } from "../finding.ts";
import type { TagState } from "../tag-state.ts";
import { keyReader, knownKeys } from "./key-spelling.ts";
import { isBlank, type Reader } from "./reading.ts";
import { type CompiledRule, compileRules } from "./rules.ts";
import { type Question, type Standing, standingOf } from "./standing.ts";
import { type Written, writtenReader } from "./written.ts";

/** The schema of a configuration, ready to be held against the tags of resources. */
export type Evaluator = {
  /** How tags deviate, at an instant (epoch milliseconds, UTC), in the order of the configuration; none is best. */
  evaluate(state: TagState, at: number): readonly Finding[];
  /** Whether no tag is there that it could find anything in; all such resources have the same findings. */
  isBare(state: TagState): boolean;
  /** Where the value of a key stands; a key without a rule is read as it is. */
  standing(state: TagState, key: string, at: number): Standing;
  /** The keys that the configuration knows, those with a rule first. */
  readonly keys: readonly string[];
  /** The tags by what they mean to it. */
  written(tags: TagMap): Written;
  /** What a value of a key means, or null where it is none that the schema allows. */
  meaning(key: string, value: string, at: number): string | null;
  /** The key of the configuration that another spelling must mean, or null where it means none. */
  meantBy(tagKey: string): string | null;
  /** The values that a key allows where they are listed, and the other words for them. */
  words(key: string): readonly string[];
};

const asItIs: Reader = (value) => ({ reason: null, value });

/**
 * Compiles a configuration's schema, once for all resources.
 *
 * @example evaluator(config).evaluate({ tags: { "ml-team": "fd" }, hidden: [], known: "all" }, at)
 * // [{ key: "ml-team", reason: "alias", actual: "fd", expected: "fraud-detection" }, …]
 */
export function evaluator(config: Config): Evaluator {
  const keys = knownKeys(config);
  const meant = keyReader(keys);
  const writtenIn = writtenReader(keys, meant);
  const rules = compileRules(config).map((rule) => ({ ...rule, place: keys.indexOf(rule.key) }));
  const byKey = new Map(rules.map((rule) => [rule.key, rule]));
  const questions = new Map<string, Question>([
    ...keys.map((key, place) => [key, { key, place, read: asItIs }] as const),
    ...byKey,
  ]);
  const questionOf = (key: string) => questions.get(key) ?? { key, place: null, read: asItIs };
  const stands = (state: TagState, question: Question, at: number) =>
    standingOf(state, writtenIn(state.tags), question, at);
  const standing = (state: TagState, key: string, at: number) => stands(state, questionOf(key), at);
  const meaning = (key: string, value: string, at: number) => questionOf(key).read(value, at).value;

  const meaningIn = (state: TagState, key: string, at: number): string | null => {
    const found = standing(state, key, at);
    if (found.where === "hidden") return null;
    return "value" in found ? (meaning(key, found.value, at) ?? found.value) : "";
  };

  const find = (rule: CompiledRule & Question, state: TagState, at: number, findings: Finding[]): void => {
    const { key, expected } = rule;
    const raw = rule.place === null ? undefined : writtenIn(state.tags).values[rule.place];
    // Nearly all that is written stands where it should.
    if (raw !== undefined && !isBlank(raw)) {
      findValue(rule, raw, at, findings);
      return;
    }
    const found = stands(state, rule, at);
    if (found.where === "misspelt" || found.where === "conflict") {
      const reason = found.where === "misspelt" ? "misspelt-key" : "conflicting-keys";
      findings.push({ key, reason, actual: found.spellings.join(", "), expected: key });
    }
    if ("value" in found) findValue(rule, found.value, at, findings);
    if (found.where !== "hidden" && found.where !== "nowhere") return;
    const shownHidden = found.where === "hidden" && state.hidden.includes(key);
    const demand = rule.demand(state, at, meaningIn);
    if (shownHidden || (demand !== "no" && (demand === "unknown" || found.where === "hidden"))) {
      findings.push({ key, reason: "hidden", actual: null, expected });
    } else if (demand !== "no") {
      const actual = found.where === "nowhere" ? found.blank : null;
      findings.push({ key, reason: actual === null ? "missing" : "empty", actual, expected });
    }
  };

  const findAll = (state: TagState, at: number): readonly Finding[] => {
    const findings: Finding[] = [];
    for (const rule of rules) find(rule, state, at, findings);
    return findings;
  };
  // Most resources have no tag that the schema knows, and the same findings. A condition may name a key without rule.
  const isClosed = rules.every(({ hangsOn }) => hangsOn.every((key) => questions.has(key)));
  const ofNothing = findAll({ tags: {}, hidden: [], known: "all" }, 0);

  const isBare = (state: TagState) => isClosed && state.hidden.length === 0 && writtenIn(state.tags).isBare;

  return {
    evaluate: (state, at) => (isBare(state) ? ofNothing : findAll(state, at)),
    isBare,
    standing,
    keys,
    written: writtenIn,
    meaning,
    meantBy(tagKey) {
      const found = meant(tagKey);
      return found === null || found.how === "exactly" ? null : found.key;
    },
    words: (key) => byKey.get(key)?.words ?? [],
  };
}

function findValue(
  { key, read, expected }: CompiledRule,
  value: string,
  at: number,
  findings: Finding[],
): void {
  const reading = read(value, at);
  if (reading.reason === null) return;
  findings.push({ key, reason: reading.reason, actual: value, expected: reading.value ?? expected });
}

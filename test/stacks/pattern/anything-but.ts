import { InvalidPattern } from "./invalid.ts";
import { isObject, type Leaf } from "./json.ts";
import { type TextTest, textOperators } from "./text-operators.ts";

/** What may be excluded besides texts and numbers themselves. */
const EXCLUDING = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

/**
 * Tells which values are none of those that are excluded.
 *
 * @example anythingBut(["dev", "test"])("prod") // true
 * @throws InvalidPattern where it excludes nothing, or things of several kinds
 */
export function anythingBut(operand: unknown): (value: Leaf) => boolean {
  if (!isObject(operand)) {
    const excluded = listOf(operand);
    const kinds = new Set(excluded.map((each) => typeof each));
    if (kinds.size !== 1 || !(kinds.has("string") || kinds.has("number"))) throw invalid(operand);
    return (value) => !excluded.includes(value);
  }
  const tests = excludingTests(operand);
  return (value) => typeof value !== "string" || !tests.some((test) => test(value));
}

function excludingTests(operand: Readonly<Record<string, unknown>>): TextTest[] {
  const [[name, texts] = ["", null], ...more] = Object.entries(operand);
  const operator = EXCLUDING.includes(name) ? textOperators[name] : undefined;
  if (operator === undefined || more.length > 0) throw invalid(operand);
  return listOf(texts).map((text) => {
    if (typeof text !== "string" || (text === "" && name.endsWith("fix"))) throw invalid(operand);
    return operator(text);
  });
}

function listOf(operand: unknown): readonly unknown[] {
  return Array.isArray(operand) ? operand : [operand];
}

function invalid(operand: unknown): InvalidPattern {
  return new InvalidPattern(`anything-but does not take ${JSON.stringify(operand)}`);
}

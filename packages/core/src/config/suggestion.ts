import { nearest } from "../text/nearest.ts";

const MOST_SHOWN = 20;

/**
 * The end of a message about a word that is not known: the nearest known one, or nothing.
 *
 * @example didYouMean("grase", ["grace"]) // ': did you mean "grace"?'
 */
export function didYouMean(word: string, known: Iterable<string>): string {
  const candidate = nearest(word, known);
  return candidate === undefined ? "" : `: did you mean "${candidate}"?`;
}

/**
 * The end of a message about a word that must be one of some: the nearest, or else all of them.
 *
 * @example suggest("live", ["dev", "prod"]) // ": expected one of dev, prod"
 */
export function suggest(word: string, known: Iterable<string>): string {
  const all = [...known];
  return didYouMean(word, all) || (all.length === 0 ? "" : `: expected ${oneOf(all)}`);
}

/**
 * Writes a choice, shortened where it is long.
 *
 * @example oneOf(["even", "fixed"]) // "one of even, fixed"
 */
export function oneOf(choices: readonly string[]): string {
  if (choices.length === 1) return String(choices[0]);
  const more = choices.length - MOST_SHOWN;
  return `one of ${choices.slice(0, MOST_SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

import type { Config } from "../../config/definition.ts";
import { fold } from "../../config/fold.ts";
import { memoize } from "../../text/memoize.ts";
import { comparableTagKey } from "./tag-key.ts";

/** Reads a raw value of a tag key as the organisation writes it; an empty text stays empty. */
export type Normalizer = (key: string, value: string) => string;

/**
 * Compiles `normalize`: trim, case, aliases, and at last the spelling that `values` lists.
 *
 * @example normalizer(config)("ml-environment", " Production") // "prod"
 */
export function normalizer(config: Config): Normalizer {
  const folded = (value: string) => fold(config.normalize, value);
  const canonical = new Map<string, Map<string, string>>();
  const spellings = (key: string) => {
    const comparable = comparableTagKey(key);
    const known = canonical.get(comparable) ?? new Map<string, string>();
    canonical.set(comparable, known);
    return known;
  };
  for (const [key, rule] of Object.entries(config.tags)) {
    for (const value of rule.values ?? []) spellings(key).set(folded(value), value);
  }
  for (const [key, aliases] of Object.entries(config.normalize.aliases)) {
    for (const [from, to] of Object.entries(aliases)) {
      const known = spellings(key);
      known.set(folded(from), known.get(folded(to)) ?? folded(to));
    }
  }
  const spellingsOf = memoize((key) => canonical.get(comparableTagKey(key)) ?? new Map<string, string>());
  return (key, value) => {
    const read = folded(value);
    return spellingsOf(key).get(read) ?? read;
  };
}

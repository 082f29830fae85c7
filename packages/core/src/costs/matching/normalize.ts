import type { Config } from "../../config/definition.ts";
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
  const fold = folder(config);
  const canonical = new Map<string, Map<string, string>>();
  const spellings = (key: string) => {
    const comparable = comparableTagKey(key);
    const known = canonical.get(comparable) ?? new Map<string, string>();
    canonical.set(comparable, known);
    return known;
  };
  for (const [key, rule] of Object.entries(config.tags)) {
    for (const value of rule.values ?? []) spellings(key).set(fold(value), value);
  }
  for (const [key, aliases] of Object.entries(config.normalize.aliases)) {
    for (const [from, to] of Object.entries(aliases)) {
      const known = spellings(key);
      known.set(fold(from), known.get(fold(to)) ?? fold(to));
    }
  }
  const spellingsOf = memoize((key) => canonical.get(comparableTagKey(key)) ?? new Map<string, string>());
  return (key, value) => {
    const folded = fold(value);
    return spellingsOf(key).get(folded) ?? folded;
  };
}

/** The part of `normalize` that is the same for every key: trim and case. */
export function folder({ normalize }: Config): (value: string) => string {
  const inCase = {
    lower: (value: string) => value.toLowerCase(),
    upper: (value: string) => value.toUpperCase(),
    keep: (value: string) => value,
  }[normalize.case];
  return (value) => inCase(normalize.trim ? value.trim() : value);
}

import { remember } from "../../text/remember.ts";
import type { Config } from "../definition.ts";
import { fold } from "../fold.ts";
import { comparableTagKey } from "./tag-key.ts";

/** More tag keys than a configuration has. */
const KEYS = 1000;

/** Reads a raw value of a tag key as the organisation writes it; an empty text stays empty. */
export type Normalizer = (key: string, value: string) => string;

/** How the values of one tag key are written, by how they are read; in whichever order the file says it. */
interface Vocabulary {
  readonly listed: Map<string, string>;
  readonly aliases: Map<string, string>;
}

/**
 * Compiles `normalize`: trim, case, aliases, and at last the spelling that `values` lists.
 *
 * @example normalizer(config)("ml-environment", " Production") // "prod"
 */
export function normalizer(config: Config): Normalizer {
  const folded = (value: string) => fold(config.normalize, value);
  const vocabularies = new Map<string, Vocabulary>();
  const vocabularyOf = (key: string): Vocabulary => {
    const comparable = comparableTagKey(key);
    const known = vocabularies.get(comparable) ?? { listed: new Map(), aliases: new Map() };
    vocabularies.set(comparable, known);
    return known;
  };
  for (const [key, { values = [] }] of Object.entries(config.tags)) {
    for (const value of values.toReversed()) vocabularyOf(key).listed.set(folded(value), value);
  }
  for (const [key, aliases] of Object.entries(config.normalize.aliases)) {
    for (const [from, to] of Object.entries(aliases)) vocabularyOf(key).aliases.set(folded(from), folded(to));
  }
  const spellings = new Map([...vocabularies].map(([key, vocabulary]) => [key, spellingsOf(vocabulary)]));
  const ofKey = remember(
    (key: string) => spellings.get(comparableTagKey(key)) ?? new Map<string, string>(),
    KEYS,
  );
  return (key, value) => {
    const read = folded(value);
    return ofKey(key).get(read) ?? read;
  };
}

function spellingsOf({ listed, aliases }: Vocabulary): ReadonlyMap<string, string> {
  const aliased = [...aliases.keys()].map((alias): [string, string] => {
    const value = meant(aliases, alias);
    return [alias, listed.get(value) ?? value];
  });
  return new Map([...listed, ...aliased]);
}

/** The value that an alias leads to, also by way of other aliases; a loop is left before it closes. */
function meant(aliases: ReadonlyMap<string, string>, alias: string): string {
  const seen = new Set([alias]);
  let value = alias;
  for (let next = aliases.get(value); next !== undefined && !seen.has(next); next = aliases.get(value)) {
    value = next;
    seen.add(value);
  }
  return value;
}

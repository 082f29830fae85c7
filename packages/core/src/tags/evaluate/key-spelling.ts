import { DIMENSIONS } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { dimensionKeys } from "../../config/dimensions.ts";
import { groupBy } from "../../text/group-by.ts";
import { remember } from "../../text/remember.ts";
import { nearOnly, plain } from "../near.ts";

const REMEMBERED = 4096;
/** Keys of AWS's own, which nobody misspelt. */
const RESERVED = /^aws:/i;

/** The key of the configuration that a tag's key must mean. */
export type Meant = {
  readonly key: string;
  /** Its place among the keys that are known. */
  readonly place: number;
  /** As it is, but for case and separators, or but for a slip of the hand. */
  readonly how: "exactly" | "surely" | "perhaps";
};

/** Finds the key that a tag's key must mean, or null where it means nothing that is known. */
export type KeyReader = (tagKey: string) => Meant | null;

/**
 * The keys that a configuration knows: those with a rule, in the order of its file, then those of dimensions.
 *
 * @example knownKeys(config) // ["ml-team", "ml-project", …, "team", "env"]
 */
export function knownKeys(config: Config): readonly string[] {
  const ofDimensions = DIMENSIONS.flatMap((each) => dimensionKeys(config, each));
  return [...new Set([...Object.keys(config.tags), ...ofDimensions])];
}

/**
 * Compiles which keys are known, or other spellings of those that are; never where two could be meant.
 *
 * @example keyReader(knownKeys(config))("ML_Team") // { key: "ml-team", place: 0, how: "surely" }
 */
export function keyReader(keys: readonly string[]): KeyReader {
  const places = new Map(keys.map((key, place) => [key, place]));
  const byPlain = groupBy(keys, plain);
  const meant = (key: string | null, how: Meant["how"]): Meant | null => {
    const place = key === null ? undefined : places.get(key);
    return key === null || place === undefined ? null : { key, place, how };
  };
  return remember((tagKey) => {
    if (places.has(tagKey)) return meant(tagKey, "exactly");
    if (RESERVED.test(tagKey)) return null;
    const same = byPlain.get(plain(tagKey));
    if (same !== undefined) return same.length === 1 ? meant(same.join(), "surely") : null;
    return meant(nearOnly(tagKey, keys), "perhaps");
  }, REMEMBERED);
}

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
  /** Whether nothing but case and separators differ. */
  readonly sure: boolean;
};

/** Finds the key that a tag's key must mean, or null where it means itself or nothing that is known. */
export type KeyReader = (tagKey: string) => Meant | null;

/**
 * Compiles which keys are other spellings of those that the configuration knows; never one that it knows too, and
 * never where two could be meant.
 *
 * @example keyReader(config)("ML_Team") // { key: "ml-team", sure: true }
 */
export function keyReader(config: Config): KeyReader {
  const known = new Set([
    ...Object.keys(config.tags),
    ...DIMENSIONS.flatMap((each) => dimensionKeys(config, each)),
  ]);
  const byPlain = groupBy(known, plain);
  return remember((tagKey) => {
    if (known.has(tagKey) || RESERVED.test(tagKey)) return null;
    const same = byPlain.get(plain(tagKey));
    if (same !== undefined) return same.length === 1 ? { key: same.join(), sure: true } : null;
    const near = nearOnly(tagKey, known);
    return near === null ? null : { key: near, sure: false };
  }, REMEMBERED);
}

import type { Config } from "../config/definition.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";

/** A tag key that charges must have, and the values of other keys where they must; none where all of them must. */
export interface RequiredTag {
  readonly key: string;
  readonly when: Readonly<Record<string, readonly string[]>>;
}

/**
 * The tag keys that the schema requires and a bill is looked through for, in the order of the schema. What depends on
 * keys that charges do not tell is none of them: nobody knows where it would have to be.
 *
 * @param tagKeys the keys that charges tell
 */
export function requiredTags({ tags }: Pick<Config, "tags">, tagKeys: readonly string[]): RequiredTag[] {
  const told = new Set(tagKeys.map(comparableTagKey));
  return Object.entries(tags)
    .flatMap(([key, { required }]): RequiredTag[] => {
      if (required === false) return [];
      return [{ key, when: required === true ? {} : required.when }];
    })
    .filter(({ when }) => Object.keys(when).every((other) => told.has(comparableTagKey(other))));
}

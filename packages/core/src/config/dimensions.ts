import type { Dimension } from "./definition/match.ts";
import type { TagRule } from "./definition/tags.ts";
import type { Config } from "./definition.ts";

/** The tag keys that a dimension is read from, the first that is not empty deciding; none where it is not used. */
export function dimensionKeys(config: Config, dimension: Dimension): readonly string[] {
  return config.dimensions[dimension] ?? [];
}

/**
 * The values that the tag keys of a dimension list, in the order of the file; none where any value will do.
 *
 * @example dimensionValues(defaultConfig(), "environment") // ["dev", "staging", "prod"]
 */
export function dimensionValues(config: Config, dimension: Dimension): readonly string[] {
  return [
    ...new Set(dimensionKeys(config, dimension).flatMap((key) => tagRuleOf(config, key)?.values ?? [])),
  ];
}

/** The rule of a tag key, or undefined where it has none. */
export function tagRuleOf(config: Config, key: string): TagRule | undefined {
  return Object.hasOwn(config.tags, key) ? config.tags[key] : undefined;
}

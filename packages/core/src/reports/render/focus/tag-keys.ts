import { DIMENSIONS, type Dimension } from "../../../config/definition/match.ts";
import type { Config } from "../../../config/definition.ts";
import { dimensionKeys } from "../../../config/dimensions.ts";

/**
 * The tag key by which each dimension is written: the first that it is read from, else its own name.
 *
 * @example tagKeysOf(defaultConfig()).workload // "ml-workload-type"
 */
export function tagKeysOf(config: Config): Record<Dimension, string> {
  const keyOf = (dimension: Dimension) => dimensionKeys(config, dimension)[0] ?? dimension;
  return Object.fromEntries(DIMENSIONS.map((each) => [each, keyOf(each)])) as Record<Dimension, string>;
}

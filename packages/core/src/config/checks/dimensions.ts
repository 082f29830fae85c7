import { DIMENSIONS } from "../definition/match.ts";
import type { Config } from "../definition.ts";
import { dimensionKeys, tagRuleOf } from "../dimensions.ts";
import type { Flaw } from "../problem.ts";
import { didYouMean } from "../suggestion.ts";

/** A dimension none of whose keys has a rule is probably misspelt. */
export function checkDimensions(config: Config): Flaw[] {
  return DIMENSIONS.flatMap((dimension): Flaw[] => {
    const keys = dimensionKeys(config, dimension);
    const [first] = keys;
    if (first === undefined || keys.some((key) => tagRuleOf(config, key) !== undefined)) return [];
    const message = `tags has no rule for "${keys.join('" or "')}"${didYouMean(first, Object.keys(config.tags))}`;
    return [{ path: ["dimensions", dimension], message, severity: "warning" }];
  });
}

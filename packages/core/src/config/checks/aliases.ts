import type { Config } from "../definition.ts";
import { tagRuleOf } from "../dimensions.ts";
import { fold } from "../fold.ts";
import type { Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";

/** An alias of a value must lead to a value that the tag allows. */
export function checkAliases(config: Config): Flaw[] {
  return Object.entries(config.normalize.aliases).flatMap(([key, aliases]) => {
    const known = tagRuleOf(config, key)?.values;
    if (known === undefined) return [];
    const folded = new Set(known.map((value) => fold(config.normalize, value)));
    return Object.entries(aliases).flatMap(([alias, value]) => {
      if (folded.has(fold(config.normalize, value))) return [];
      const message = `"${value}" is not a value of ${key}${suggest(value, known)}`;
      return [{ path: ["normalize", "aliases", key, alias], message }];
    });
  });
}

import type { Config } from "../definition.ts";
import { tagRuleOf } from "../dimensions.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { didYouMean, suggest } from "../suggestion.ts";

/** What `required.when` asks of other tags must be something that they can hold. */
export function checkConditions(config: Config): Flaw[] {
  return Object.entries(config.tags).flatMap(([key, { required }]) => {
    if (typeof required === "boolean") return [];
    return Object.entries(required.when).flatMap(([other, values]) =>
      conditionFlaws(config, other, values, ["tags", key, "required", "when"]),
    );
  });
}

function conditionFlaws(config: Config, key: string, values: readonly string[], path: ConfigPath): Flaw[] {
  const rule = tagRuleOf(config, key);
  if (rule === undefined) {
    const message = `tags has no rule for "${key}"${didYouMean(key, Object.keys(config.tags))}`;
    return [{ path, message, severity: "warning", key }];
  }
  const { values: known } = rule;
  if (known === undefined) return [];
  return values.flatMap((value, index) => {
    if (known.includes(value)) return [];
    return [
      { path: [...path, key, index], message: `"${value}" is not a value of ${key}${suggest(value, known)}` },
    ];
  });
}

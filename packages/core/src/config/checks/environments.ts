import type { Config } from "../definition.ts";
import { dimensionKeys, dimensionValues } from "../dimensions.ts";
import type { Flaw } from "../problem.ts";
import { suggest } from "../suggestion.ts";

/** Environments that accounts establish, and those that are production, must be among those that the tag lists. */
export function checkEnvironments(config: Config): Flaw[] {
  const known = dimensionValues(config, "environment");
  if (known.length === 0) return [];
  const key = dimensionKeys(config, "environment").join(" or ");
  const about = (value: string) => `"${value}" is not a value of ${key}${suggest(value, known)}`;
  const { environments, production } = config.enforcement;
  return [
    ...Object.keys(environments)
      .filter((value) => !known.includes(value))
      .map((value) => ({ path: ["enforcement", "environments"], message: about(value), key: value })),
    ...production.flatMap((value, index): Flaw[] => {
      if (known.includes(value)) return [];
      return [{ path: ["enforcement", "production", index], message: about(value), severity: "warning" }];
    }),
  ];
}

import type { Config } from "../../config/definition.ts";
import { compareEnvironments } from "../../tags/plan/environment/compare.ts";
import { stepsOf } from "./permitted.ts";

/**
 * The values of an environment's key by which a resource says that it is production, in the words of the schema and in
 * those that mean the same; not those that a rule which acts names.
 *
 * @example productionValues(config, "ml-environment") // ["prod", "production"]
 */
export function productionValues(config: Config, key: string): readonly string[] {
  const { enforcement, normalize } = config;
  const { isProduction, named } = compareEnvironments(config);
  const acting = enforcement.rules.filter(({ mode }) => {
    const steps = stepsOf(mode ?? enforcement.default.mode);
    return steps.includes("repair") || steps.includes("quarantine");
  });
  const isNamed = (value: string) => acting.some(({ match }) => named(match)(value));
  const words = Object.entries(normalize.aliases[key] ?? {})
    .filter(([, meant]) => isProduction(meant) && !isNamed(meant))
    .map(([word]) => word);
  const values = enforcement.production.filter((value) => !isNamed(value));
  return [...new Set([...values, ...words])];
}

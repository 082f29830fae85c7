import type { Config } from "../../config/definition.ts";
import { compareEnvironments } from "../../tags/plan/environment/compare.ts";
import { isIn, type Step, stepsOf } from "./permitted.ts";

/**
 * The values of an environment's key by which a resource says that it is production, in the words of the schema and in
 * those that mean the same; not those that a rule names which takes that step in one of the accounts.
 *
 * @example productionValues(config, "ml-environment", "quarantine", accounts) // ["prod", "production"]
 */
export function productionValues(
  config: Config,
  key: string,
  step: Step,
  accounts: readonly string[],
): readonly string[] {
  const { enforcement, normalize } = config;
  const { isProduction, named } = compareEnvironments(config);
  const acting = enforcement.rules.filter(
    ({ match, mode }) => isIn(match, accounts) && stepsOf(mode ?? enforcement.default.mode).includes(step),
  );
  const isNamed = (value: string) => acting.some(({ match }) => named(match)(value));
  const words = Object.entries(normalize.aliases[key] ?? {})
    .filter(([, meant]) => isProduction(meant) && !isNamed(meant))
    .map(([word]) => word);
  const values = enforcement.production.filter((value) => !isNamed(value));
  return [...new Set([...values, ...words])];
}

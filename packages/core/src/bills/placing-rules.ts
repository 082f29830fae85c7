import { canonicalConfig } from "../config/canonical.ts";
import type { Config } from "../config/definition.ts";
import { defaultConfig } from "../config/load.ts";

/**
 * The text of what of a configuration decides where charges count: while it is the same, days of a bill need not be made
 * anew.
 */
export function placingRules(config: Config): string {
  const { enforcement, budgets, usage, bills, notify, reports, retention } = defaultConfig();
  return canonicalConfig({ ...config, enforcement, budgets, usage, bills, notify, reports, retention });
}

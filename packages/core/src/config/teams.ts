import type { Config } from "./definition.ts";
import { dimensionValues } from "./dimensions.ts";

/**
 * The teams that the configuration names, sorted: those of `teams` and the values of the team's tag keys.
 * Where neither names any, every value is a team: "open".
 *
 * @example teamsOf(defaultConfig()) // "open"
 */
export function teamsOf(config: Config): ReadonlySet<string> | "open" {
  const names = [...Object.keys(config.teams), ...dimensionValues(config, "team")].sort();
  return names.length === 0 ? "open" : new Set(names);
}

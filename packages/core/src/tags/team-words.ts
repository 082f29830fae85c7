import type { Config } from "../config/definition.ts";
import { teamsOf } from "../config/teams.ts";

/**
 * The words that can mean a team: names and aliases, whenever they hold; none where every value is a team.
 *
 * @example teamWords(config) // ["fraud-detection", "fraud", "fd"]
 */
export function teamWords(config: Config): readonly string[] {
  const teams = teamsOf(config);
  if (teams === "open") return [];
  return [...teams, ...Object.values(config.teams).flatMap(({ aliases }) => aliases.map(({ name }) => name))];
}

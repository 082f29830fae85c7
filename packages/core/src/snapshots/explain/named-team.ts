import { teamResolver } from "../../config/reading/teams.ts";
import { parsePeriod } from "../../costs/period.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * The team that a name means, as the configuration of a snapshot reads it: an alias, or another way to write it.
 *
 * @example namedTeam(snapshot, "Fraud ") // "fraud-detection"
 */
export function namedTeam({ config, period, report }: Snapshot, name: string): string {
  if (report.leaves.some(({ leaf }) => leaf.team === name)) return name;
  return teamResolver(config).resolve(name, parsePeriod(period).end - 1) ?? name;
}

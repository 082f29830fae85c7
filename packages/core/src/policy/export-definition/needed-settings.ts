import type { Config } from "../../config/definition.ts";
import { chargeNeeds } from "../../costs/query.ts";
import type { ExportSettings } from "./definition.ts";

const DAY = 86_400_000;

/**
 * The least that an export must hold so that a configuration finds what it looks at.
 *
 * @example neededSettings(config).granularity // "DAILY"
 */
export function neededSettings(config: Config): ExportSettings {
  const { facts, instants } = chargeNeeds(config);
  const follows = Object.values(config.policies).includes("follow");
  return {
    granularity: instants.every((at) => at % DAY === 0) ? "DAILY" : "HOURLY",
    // What follows a charge finds it by its resource.
    resources: facts.has("resource") || follows,
    principals: facts.has("principal"),
  };
}

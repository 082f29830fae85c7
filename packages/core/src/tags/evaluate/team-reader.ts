import type { TagRule } from "../../config/definition/tags.ts";
import type { Config } from "../../config/definition.ts";
import { fold } from "../../config/fold.ts";
import { isFree, teamResolver } from "../../config/reading/teams.ts";
import { teamsOf } from "../../config/teams.ts";
import { asItShouldBe, EMPTY, isBlank, type Reader } from "./reading.ts";
import { valueReader } from "./value-reader.ts";

/**
 * Compiles how the values of a team's tag key are read: every team of the configuration is allowed, whether `teams`
 * or the key's own values name it.
 *
 * @example teamReader(config)("ml-team", rule)("fd", at) // { reason: "alias", value: "fraud-detection" }
 */
export function teamReader(config: Config): (key: string, rule: TagRule) => Reader {
  const teams = teamsOf(config);
  const resolver = teamResolver(config);
  const readValue = valueReader(config);
  const unknown = { reason: "unknown-team", value: null } as const;
  return (key, rule) => {
    const byRule = readValue(key, rule);
    return (raw, at) => {
      if (isBlank(raw)) return EMPTY;
      if (teams === "open") {
        const reading = byRule(raw, at);
        return reading.value === null || isFree(reading.value) ? reading : unknown;
      }
      if (teams.has(raw)) return asItShouldBe(raw);
      const team = resolver.resolve(raw, at);
      if (team === undefined) return unknown;
      const same = fold(config.normalize, team) === fold(config.normalize, raw);
      return { reason: same ? "not-normalized" : "alias", value: team };
    };
  };
}

import type { Match } from "../../../config/definition/match.ts";
import type { Config } from "../../../config/definition.ts";
import { speller } from "../../../config/reading/spelling.ts";

/** Says whether a rule names an environment. */
export type Named = (environment: string) => boolean;

/**
 * Compiles which environments are production, in whatever spelling, and which a rule names. A pattern names none
 * but itself: who writes `*` need not have thought of production.
 *
 * @example compareEnvironments(config).named({ environment: ["dev", "prod"] })("PROD") // true
 */
export function compareEnvironments(config: Config) {
  const spell = speller(config);
  const plain = (environment: string) => spell("environment", environment).toLowerCase();
  const production = new Set(config.enforcement.production.map(plain));
  return {
    isProduction: (environment: string): boolean => production.has(plain(environment)),
    named(match: Match | null): Named {
      const names = new Set([match?.environment ?? []].flat().map(plain));
      return (environment) => names.has(plain(environment));
    },
  };
}

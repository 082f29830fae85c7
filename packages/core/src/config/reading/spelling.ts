import type { Dimension } from "../definition/match.ts";
import { DIMENSIONS } from "../definition/match.ts";
import type { Config } from "../definition.ts";
import { dimensionValues } from "../dimensions.ts";
import { fold } from "../fold.ts";
import { teamsOf } from "../teams.ts";

/** Writes a value of a dimension in the one way that the organisation has for it. */
export type Speller = (dimension: Dimension, value: string) => string;

/**
 * Compiles the spelling of dimensions, so that a value that any key of a dimension lists, or a rule sets, is one value.
 *
 * @example speller(defaultConfig())("environment", "PROD") // "prod"
 */
export function speller(config: Config): Speller {
  const teams = teamsOf(config);
  const listed = (dimension: Dimension): Iterable<string> => {
    if (dimension === "team") return teams === "open" ? [] : teams;
    return dimensionValues(config, dimension).toReversed();
  };
  const spellings = new Map(
    DIMENSIONS.map((dimension) => [
      dimension,
      new Map([...listed(dimension)].map((value) => [fold(config.normalize, value), value])),
    ]),
  );
  return (dimension, value) => {
    const folded = fold(config.normalize, value);
    return spellings.get(dimension)?.get(folded) ?? folded;
  };
}

import { decimalOf, MOST_PLACES, unitsOf } from "./decimal.ts";
import type { Config } from "./definition.ts";
import type { ConfigPath, Flaw } from "./problem.ts";
import type { Source } from "./source.ts";

/**
 * Gives every decimal that the file writes as a plain number the digits that it is written with: on its way
 * through YAML it was a double, which holds some 16 of them. Changes the configuration in place.
 *
 * @returns a flaw for each number that cannot be kept exactly
 */
export function keepExactDigits(config: Config, source: Source): Flaw[] {
  return keep(config, [], source);
}

function keep(parent: object, path: ConfigPath, source: Source): Flaw[] {
  return Object.entries(parent).flatMap(([key, value]): Flaw[] => {
    const here = [...path, Array.isArray(parent) ? Number(key) : key];
    if (typeof value === "object" && value !== null) return keep(value, here, source);
    // Text where the file has a number can only be a decimal.
    const found = typeof value === "string" ? source.at(here) : undefined;
    if (typeof found !== "object" || typeof found.value !== "number") return [];
    const units = unitsOf(/^0[xo]/.test(found.text) ? String(BigInt(found.text)) : found.text);
    if (units === undefined)
      return [{ path: here, message: `got ${found.text}, expected at most ${MOST_PLACES} decimal places` }];
    Object.assign(parent, { [key]: decimalOf(units) });
    return [];
  });
}

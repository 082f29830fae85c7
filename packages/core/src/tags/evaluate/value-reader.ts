import type { TagRule } from "../../config/definition/tags.ts";
import type { Config } from "../../config/definition.ts";
import { fold } from "../../config/fold.ts";
import { normalizer } from "../../config/reading/normalize.ts";
import { remember } from "../../text/remember.ts";
import { wholeMatch } from "./pattern.ts";
import { asItShouldBe, EMPTY, isBlank, type Reader } from "./reading.ts";

/** Values repeat, and one look finds all that is to be said of them. */
const REMEMBERED = 4096;

/**
 * Compiles how the values of a tag key are read by its own rule: a value that the rule allows is right as it is, for
 * `normalize` says how dirty values are read, not what is dirty; only an alias is dirty wherever it stands.
 *
 * @example valueReader(config)("ml-environment", rule)("PROD", at) // { reason: "not-normalized", value: "prod" }
 */
export function valueReader(config: Config): (key: string, rule: TagRule) => Reader {
  const normalize = normalizer(config);
  return (key, { values, pattern }) => {
    const listed = values && new Set(values);
    const fits = pattern === undefined ? () => true : wholeMatch(pattern);
    const allows = (value: string) => (listed?.has(value) ?? true) && fits(value);
    return remember((raw) => {
      if (listed?.has(raw) === true && fits(raw)) return asItShouldBe(raw);
      if (isBlank(raw)) return EMPTY;
      const value = normalize(key, raw);
      const aliased = fold(config.normalize, value) !== fold(config.normalize, raw);
      if (!aliased && allows(raw)) return asItShouldBe(raw);
      if (allows(value)) return { reason: aliased ? "alias" : "not-normalized", value };
      return {
        reason: listed !== undefined && !listed.has(value) ? "not-listed" : "pattern-mismatch",
        value: null,
      };
    }, REMEMBERED);
  };
}

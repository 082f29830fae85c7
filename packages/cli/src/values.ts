import type { Config } from "@tagledger/core/config/definition";
import { DIMENSIONS, type Dimension } from "@tagledger/core/config/definition/match";
import { normalizer } from "@tagledger/core/config/reading/normalize";
import { speller } from "@tagledger/core/config/reading/spelling";
import { suggest } from "@tagledger/core/config/suggestion";
import { badInput } from "@tagledger/core/errors";
import type { Where } from "@tagledger/core/reports/report";
import { InvalidArgumentError } from "commander";

/** A whole number that is not negative. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("expected a whole number.");
  return Number(text);
}

/**
 * Reads dimensions after commas, such as `team,project`.
 *
 * @throws bad-input naming the one that there is not
 */
export function readGroupBy(text: string): Dimension[] {
  return [...new Set(text.split(",").map((each) => readDimension(each.trim(), "--group-by")))];
}

/**
 * Reads filters such as `team=fraud-detection`; several values of one dimension are alternatives, no value means
 * that there is none.
 *
 * @throws bad-input when one is no filter or names no dimension
 */
export function readWhere(filters: readonly string[], config: Config): Where {
  const normalize = normalizer(config);
  const spell = speller(config);
  const where: Partial<Record<Dimension, string[]>> = {};
  for (const filter of filters) {
    const at = filter.indexOf("=");
    if (at < 0)
      throw badInput(`--where ${filter}: expected a dimension and a value, such as team=fraud-detection`);
    const dimension = readDimension(filter.slice(0, at).trim(), "--where");
    const key = config.dimensions[dimension]?.[0];
    const value = filter.slice(at + 1);
    const spelt = key === undefined ? value : spell(dimension, normalize(key, value));
    where[dimension] = [...(where[dimension] ?? []), spelt];
  }
  return where;
}

function readDimension(text: string, option: string): Dimension {
  const dimension = DIMENSIONS.find((each) => each === text.toLowerCase());
  if (dimension === undefined)
    throw badInput(`${option}: there is no dimension "${text}"${suggest(text, DIMENSIONS)}`);
  return dimension;
}

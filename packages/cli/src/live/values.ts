import { instantOf } from "@tagledger/core/catalog/instant";
import type { Config } from "@tagledger/core/config/definition";
import { DIMENSIONS } from "@tagledger/core/config/definition/match";
import { suggest } from "@tagledger/core/config/suggestion";
import { badInput } from "@tagledger/core/errors";
import { LIVE_DIMENSIONS, type LiveDimension, type LiveWhere } from "@tagledger/core/reports/live/dimensions";
import { readWhere } from "../values.ts";

/**
 * Reads an instant such as `2026-09-15T12:00:00Z`, in UTC; of a day alone the first one.
 *
 * @throws bad-input when it is none
 */
export function readInstant(text: string): number {
  const at = instantOf(text) ?? instantOf(`${text}T00:00:00Z`);
  if (at === null)
    throw badInput(`--at ${text}: expected a time such as 2026-09-15T12:00:00Z`, { value: text });
  return at;
}

/**
 * Reads dimensions after commas, such as `team,type`.
 *
 * @throws bad-input naming the one that there is not
 */
export function readLiveGroupBy(text: string): LiveDimension[] {
  return [...new Set(text.split(",").map((each) => readDimension(each.trim(), "--group-by")))];
}

/**
 * Reads filters such as `team=vision`; several values of one dimension are alternatives, no value means that there is
 * none.
 *
 * @param configOf how values of tags are spelt; only asked for where there are any
 * @throws bad-input when one is no filter or names no dimension
 */
export async function readLiveWhere(
  filters: readonly string[],
  configOf: () => Promise<Config>,
): Promise<LiveWhere> {
  const where: Partial<Record<LiveDimension, string[]>> = {};
  let config: Config | undefined;
  for (const filter of filters) {
    const at = filter.indexOf("=");
    if (at < 0) throw badInput(`--where ${filter}: expected a dimension and a value, such as team=vision`);
    const dimension = readDimension(filter.slice(0, at).trim(), "--where");
    const values = where[dimension] ?? [];
    const spend = DIMENSIONS.find((each) => each === dimension);
    if (spend === undefined) values.push(filter.slice(at + 1));
    else {
      config ??= await configOf();
      values.push(...(readWhere([filter], config)[spend] ?? []));
    }
    where[dimension] = values;
  }
  return where;
}

function readDimension(text: string, option: string): LiveDimension {
  const dimension = LIVE_DIMENSIONS.find((each) => each === text.toLowerCase());
  if (dimension === undefined)
    throw badInput(`${option}: there is no dimension "${text}"${suggest(text, LIVE_DIMENSIONS)}`);
  return dimension;
}

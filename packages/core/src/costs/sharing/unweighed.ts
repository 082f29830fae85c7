import type { Config } from "../../config/definition.ts";
import { didYouMean } from "../../config/suggestion.ts";
import type { Period } from "../period.ts";
import type { UsageRow } from "./usage.ts";

/**
 * Says of usage in a period that was handed in which of its metrics no share follows from, as their pools do not ask
 * for them: mostly a slip, which would otherwise look like no usage at all.
 *
 * @example unweighed(rows, config, period) // ['usage.csv: metric gpu-hour weighs nothing in gpu, which asks for gpu-hours']
 */
export function unweighed(
  rows: readonly UsageRow[],
  { pools }: Pick<Config, "pools">,
  period: Period,
): string[] {
  const byName = new Map(pools.map((pool) => [pool.name, pool]));
  const found = new Set<string>();
  for (const { place, pool: name, metric, start, end } of rows) {
    const pool = byName.get(name);
    if (pool === undefined || start >= period.end || end <= period.start) continue;
    const asked = pool.method === "usage" ? Object.keys(pool.metric) : [];
    if (asked.includes(metric)) continue;
    const why =
      pool.method === "usage"
        ? `asks for ${asked.join(", ")}${didYouMean(metric, asked)}`
        : `is divided by the method ${pool.method}, whatever is used`;
    found.add(`${place.replace(/:\d+$/, "")}: metric ${metric} weighs nothing in ${name}, which ${why}`);
  }
  return [...found].sort();
}

import type { Config } from "../../config/definition.ts";
import { suggest } from "../../config/suggestion.ts";
import { badInput } from "../../errors.ts";
import { periodAt } from "../period.ts";
import { isUsagePool } from "./is-usage-pool.ts";
import { readUsage } from "./read-usage.ts";
import type { UsageRow } from "./usage.ts";

/** Who means a longer time mistook a year. */
const LONGEST = 366 * 86_400_000;

/**
 * Checks usage that somebody hands in as a whole, and writes its teams and dimensions as the organisation does: rows that
 * would divide nothing are as wrong as those of no team.
 *
 * @param isTold which teams and pools whoever hands it in may be told of; all where it is left out
 * @throws bad-input naming the place and the value of the first row that is wrong
 */
export function checkHandedIn(
  rows: readonly UsageRow[],
  config: Config,
  isTold?: (name: string) => boolean,
): UsageRow[] {
  const read = readUsage(rows, config, "refused", isTold);
  const metrics = new Map(
    config.pools.filter(isUsagePool).map(({ name, metric }) => [name, Object.keys(metric)]),
  );
  for (const { place, pool, metric, start, end } of read) {
    const known = metrics.get(pool);
    if (known === undefined) {
      throw badInput(`${place}: the pool "${pool}" is not divided by usage`, { place, value: pool });
    }
    if (!known.includes(metric)) {
      const hint = suggest(metric, known);
      throw badInput(`${place}: the pool "${pool}" has no metric "${metric}"${hint}`, {
        place,
        value: metric,
      });
    }
    if (end - start > LONGEST) throw badInput(`${place}: a row of more than a year`, { place });
  }
  return read;
}

/**
 * The months that rows are of, in order.
 *
 * @example monthsOf([{ ...row, start: Date.UTC(2026, 8, 30), end: Date.UTC(2026, 9, 2) }]) // ["2026-09", "2026-10"]
 */
export function monthsOf(rows: readonly Pick<UsageRow, "start" | "end">[]): string[] {
  const months = new Set<string>();
  for (const { start, end } of rows) {
    for (let month = periodAt(start); ; month = periodAt(month.end)) {
      months.add(month.name);
      if (end <= month.end) break;
    }
  }
  return [...months].sort();
}

/** What two rows agree in that tell of the same use, however much that was. */
export function sampleOf({ start, end, pool, team, metric, ...row }: UsageRow): string {
  const { project, workload, environment, experiment } = row;
  return JSON.stringify([start, end, pool, team, metric, project, workload, environment, experiment]);
}

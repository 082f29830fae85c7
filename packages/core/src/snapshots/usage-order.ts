import type { UsageRow } from "../costs/sharing/usage.ts";

/** By what rows of usage are ordered: nothing that two rows differ in is left out. */
export function usageKey(row: UsageRow): string {
  const { pool, metric, start, end, team, project, workload, environment, experiment, quantity, place } = row;
  const finer = [project, workload, environment, experiment];
  return JSON.stringify([pool, metric, start, end, team, ...finer, quantity.toString(), place]);
}

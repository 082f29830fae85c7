import type { Dimension } from "@tagledger/core/config/definition/match";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import type { AskedPool, PodMetric } from "./asked-pools.ts";

/** The dimensions that usage may tell beside its team. */
export type FinerDimension = Exclude<Dimension, "team">;

/** Those dimensions, in the order of usage rows. */
export const FINER: readonly FinerDimension[] = ["project", "workload", "environment", "experiment"];

/** Who used something, and when. */
export interface Use extends Readonly<Partial<Record<FinerDimension, string | null>>> {
  readonly start: number;
  readonly end: number;
  readonly team: string;
  readonly place: string;
}

/** Adds up what pods used, so that there is one row for each pool, metric, time and user. */
export class PodRows {
  readonly #sums = new Map<
    string,
    { use: Use; pools: readonly AskedPool[]; metric: PodMetric; sum: bigint }
  >();

  /** @param pools those that the use divides, as far as they ask for the metric */
  add(use: Use, pools: readonly AskedPool[], metric: PodMetric, quantity: bigint): void {
    if (quantity === 0n) return;
    const names = pools.map(({ pool }) => pool.name);
    const key = JSON.stringify([
      use.start,
      use.end,
      use.team,
      FINER.map((each) => use[each] ?? null),
      metric,
      names,
    ]);
    const known = this.#sums.get(key);
    if (known === undefined) this.#sums.set(key, { use, pools, metric, sum: quantity });
    else known.sum += quantity;
  }

  /** @param of what a sum means in the unit of its metric, where it was added up in another */
  rows(of: (sum: bigint, metric: PodMetric) => bigint = (sum) => sum): UsageRow[] {
    return [...this.#sums.values()].flatMap(({ use, pools, metric, sum }) => {
      const { start, end, team, place } = use;
      const finer = { project: null, workload: null, environment: null, experiment: null };
      for (const each of FINER) Object.assign(finer, { [each]: use[each] ?? null });
      const row = { start, end, team, metric, quantity: of(sum, metric), ...finer, place };
      if (row.quantity === 0n) return [];
      return pools
        .filter(({ metrics }) => metrics.includes(metric))
        .map(({ pool }) => ({ ...row, pool: pool.name }));
    });
  }
}

import type { Dimension } from "@tagledger/core/config/definition/match";
import type { Amount } from "@tagledger/core/costs/money";
import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { DAY, type Span } from "./hours.ts";

/** The dimensions that usage may tell beside its team. */
export type FinerDimension = Exclude<Dimension, "team">;

/** Those dimensions, in the order of usage rows. */
export const FINER: readonly FinerDimension[] = ["project", "workload", "environment", "experiment"];

/** Who used something, and when. */
export interface Use extends Span, Readonly<Partial<Record<FinerDimension, string | null>>> {
  readonly team: string;
  readonly place: string;
}

/** Who used how much of one metric of a pool on a day. */
interface DailySum {
  readonly use: Use;
  readonly pool: string;
  readonly metric: string;
  sum: bigint;
}

/**
 * Adds up what was used by UTC day, so that there is one row for each pool, metric, user and day: names of teams may change
 * with a day, and no sooner.
 */
export class DailyRows {
  readonly #asked: Span;
  readonly #sums = new Map<string, DailySum>();

  /** @param asked the time that is read: no row begins before it, or ends after it, unless a use does */
  constructor(asked: Span) {
    this.#asked = asked;
  }

  /** Adds a use to the day in which it begins, for each of the pools that it divides. */
  add(use: Use, pools: readonly string[], metric: string, quantity: bigint): void {
    if (quantity === 0n) return;
    const day = this.#dayOf(use);
    const finer = FINER.map((each) => use[each] ?? null);
    for (const pool of pools) {
      const key = JSON.stringify([day.start, day.end, pool, metric, use.team, ...finer]);
      const known = this.#sums.get(key);
      if (known !== undefined) known.sum += quantity;
      else this.#sums.set(key, { use: { ...use, ...day }, pool, metric, sum: quantity });
    }
  }

  /** @param of what a sum means in the unit of its metric, where it was added up in another */
  rows(of: (sum: bigint, metric: string) => Amount = (sum) => sum): UsageRow[] {
    return [...this.#sums.values()].flatMap(({ use, pool, metric, sum }) => {
      const quantity = of(sum, metric);
      if (quantity === 0n) return [];
      const { start, end, team, place } = use;
      const { project = null, workload = null, environment = null, experiment = null } = use;
      const finer = { project, workload, environment, experiment };
      return [{ start, end, pool, team, metric, quantity, ...finer, place }];
    });
  }

  #dayOf({ start, end }: Span): Span {
    const day = Math.floor(start / DAY) * DAY;
    return {
      start: Math.min(start, Math.max(day, this.#asked.start)),
      end: Math.max(end, Math.min(day + DAY, this.#asked.end)),
    };
  }
}

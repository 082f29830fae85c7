import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { HOUR } from "./times.ts";
import { FINER, type Owner } from "./whose.ts";

/** Adds up one metric, so that there is one sum for each hour and owner. */
export class HourlySums {
  readonly #sums = new Map<string, { readonly at: number; readonly owner: Owner; sum: bigint }>();

  /** @param at the end of the hour */
  add(at: number, owner: Owner, amount: bigint): void {
    if (amount === 0n) return;
    const key = JSON.stringify([at, owner.team, ...FINER.map((each) => owner[each])]);
    const known = this.#sums.get(key);
    if (known === undefined) this.#sums.set(key, { at, owner, sum: amount });
    else known.sum += amount;
  }

  /**
   * One row for each sum and pool.
   *
   * @param per how many of what was added are one of the metric; what is finer than 10^-24 of it is cut off
   */
  rows(name: string, metric: string, pools: readonly string[], per: bigint): UsageRow[] {
    return [...this.#sums.values()].flatMap(({ at, owner: { said, ...owner }, sum }) => {
      const quantity = sum / per;
      if (quantity === 0n) return [];
      const row = { start: at - HOUR, end: at, metric, quantity, ...owner, place: `${name}: ${said}` };
      return pools.map((pool) => ({ ...row, pool }));
    });
  }
}

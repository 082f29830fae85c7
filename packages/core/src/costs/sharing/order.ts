import type { Pool } from "../../config/definition/costs.ts";

/** The pools in the order in which they settle. */
export interface SettlingOrder {
  readonly firsts: readonly Pool[];
  /** `order: last`, and pools that follow such ones. */
  readonly lasts: readonly Pool[];
}

/** Sorts pools into those that settle first and last, both in file order. */
export function settlingOrder(pools: readonly Pool[]): SettlingOrder {
  const last = new Set(pools.filter(({ order }) => order === "last").map(({ name }) => name));
  const followsLast = (pool: Pool) => pool.method === "follow" && pool.of.some((name) => last.has(name));
  for (let size = -1; size !== last.size; ) {
    size = last.size;
    for (const pool of pools) if (followsLast(pool)) last.add(pool.name);
  }
  return {
    firsts: pools.filter(({ name }) => !last.has(name)),
    lasts: pools.filter(({ name }) => last.has(name)),
  };
}

/** Keeps an order, but puts pools that follow others after those they follow. */
export function followersAfter(pools: readonly Pool[]): Pool[] {
  const waiting = [...pools];
  const placed: Pool[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(
      (pool) =>
        pool.method !== "follow" || !pool.of.some((name) => waiting.some((each) => each.name === name)),
    );
    placed.push(...waiting.splice(Math.max(ready, 0), 1));
  }
  return placed;
}

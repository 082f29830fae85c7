import type { Amount } from "../money/amount.ts";

const FULL = 10_000n;

/**
 * Lays costs side by side along a line, in hundredths of a percent of it; credits have no length.
 *
 * @example extents([1n, 3n]) // [2500, 7500]
 */
export function extents(amounts: readonly Amount[]): readonly number[] {
  const costs = amounts.map((amount) => (amount > 0n ? amount : 0n));
  const whole = costs.reduce((total, cost) => total + cost, 0n);
  if (whole === 0n) return amounts.map(() => 0);
  let before = 0n;
  return costs.map((cost) => {
    const start = (before * FULL) / whole;
    before += cost;
    return Number((before * FULL) / whole - start);
  });
}

import type { Shares, SharingInput } from "./input.ts";
import { followersAfter, settlingOrder } from "./order.ts";
import { Settlement } from "./settlement.ts";

/**
 * Divides all pools: step-down settles them in file order and ignores use by pools already settled, direct ignores
 * all use by pools, reciprocal solves them together; `order: last` pools settle after all others, one by one.
 */
export function settle(input: SharingInput): Shares {
  const settlement = new Settlement(input);
  const { firsts, lasts } = settlingOrder(input.pools);
  const alone =
    input.allocation === "reciprocal"
      ? [...settlement.settleTogether(firsts), ...lasts]
      : [...firsts, ...lasts];
  for (const pool of followersAfter(alone)) settlement.settleAlone(pool);
  return settlement.shares();
}

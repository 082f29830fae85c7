import { decimalOf, unitsOf } from "../decimal.ts";
import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";

/** Fixed shares must sum to exactly 1: what is left over would be nobody's. */
export function checkShares({ pools }: Config): Flaw[] {
  return pools.flatMap((pool, index) => {
    if (pool.method !== "fixed") return [];
    const sum = decimalOf(
      Object.values(pool.shares).reduce((total, share) => total + (unitsOf(share) ?? 0n), 0n),
    );
    if (sum === "1") return [];
    return [{ path: ["pools", index, "shares"], message: `the shares sum to ${sum}, expected exactly 1` }];
  });
}

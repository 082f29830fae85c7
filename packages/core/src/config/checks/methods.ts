import { unitsOf } from "../decimal.ts";
import type { Config } from "../definition.ts";
import type { Flaw } from "../problem.ts";

/** Every pool must have what its method divides by, in an order in which it can be settled. */
export function checkMethods({ pools, allocation }: Config): Flaw[] {
  return pools.flatMap((pool, index): Flaw[] => {
    const path = ["pools", index];
    if (pool.method === "usage" && !Object.values(pool.metric).some((weight) => unitsOf(weight) !== 0n)) {
      const message = "divides by nothing: expected at least one metric with a weight above 0";
      return [{ path: [...path, "metric"], message }];
    }
    if (pool.method === "proportional" && allocation === "reciprocal" && pool.order !== "last") {
      const message = `pool "${pool.name}" is proportional to what others came to: expected order: last under allocation: reciprocal`;
      return [{ path: [...path, "method"], message }];
    }
    return [];
  });
}

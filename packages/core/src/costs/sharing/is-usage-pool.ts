import type { Pool } from "../../config/definition/costs.ts";
import type { UsagePool } from "./driver.ts";

/** Says whether a pool is divided by usage. */
export function isUsagePool(pool: Pool): pool is UsagePool {
  return pool.method === "usage";
}

import type { Pool } from "../../../config/definition/costs.ts";
import { destinationKey } from "../../../costs/attribution/destination.ts";
import type { Period } from "../../../costs/period.ts";
import type { UsageRow } from "../../../costs/sharing/usage.ts";
import { usedOf } from "../../../costs/sharing/used.ts";
import type { FocusShare } from "./source.ts";

/** Shares of a pool with what each used, where that alone made them what they are. */
export function withUsage(
  shares: readonly FocusShare[],
  pool: Pool,
  usage: readonly UsageRow[],
  period: Period,
): readonly FocusShare[] {
  if (pool.method !== "usage") return shares;
  const keyed = shares.map((share) => ({ share, key: destinationKey(share.destination) }));
  const weights = new Map(keyed.map(({ share, key }) => [key, share.weight]));
  const used = usedOf(usage, pool, period, weights);
  return keyed.map(({ share, key }) => ({ ...share, used: used.get(key) ?? [] }));
}

import type { Pool } from "./definition/costs.ts";
import type { Mention } from "./mention.ts";

/** What a consumer that is a pool is called in `to`, `shares` and usage. */
export const POOL_PREFIX = "pool:";

/** The name under which usage states the capacity of a metric, which no team can bear. */
export const CAPACITY = "capacity";

/** The consumers that a pool names in `to` and `shares`, as teams or `pool:NAME`, placed below the pool. */
export function consumersOf(pool: Pool): Mention[] {
  if (pool.method === "even") return (pool.to ?? []).map((name, index) => ({ name, path: ["to", index] }));
  if (pool.method !== "fixed") return [];
  return Object.keys(pool.shares).map((name) => ({ name, path: ["shares"], key: name }));
}

/**
 * The pool that a consumer is, or undefined where it is a team.
 *
 * @example pooled("pool:eks-gpu") // "eks-gpu"
 */
export function pooled(consumer: string): string | undefined {
  return consumer.startsWith(POOL_PREFIX) ? consumer.slice(POOL_PREFIX.length) : undefined;
}

/** What use by nobody who is known is called in usage: what it weighs stays unallocated, reason `no-team`. */
export const UNOWNED_PREFIX = "unowned:";

/**
 * What is known of whoever used something and belongs to no team, or undefined where usage names a team or a pool.
 *
 * @example unowned("unowned:kube-system") // "kube-system"
 */
export function unowned(consumer: string): string | undefined {
  return consumer.startsWith(UNOWNED_PREFIX) ? consumer.slice(UNOWNED_PREFIX.length) : undefined;
}

/**
 * Says whether usage under this name is no team's: capacity, use by a pool, or use by nobody who is known.
 *
 * @example isOfNoTeam("pool:eks-gpu") // true
 */
export function isOfNoTeam(consumer: string): boolean {
  return consumer === CAPACITY || pooled(consumer) !== undefined || unowned(consumer) !== undefined;
}

/**
 * Whose use is that a source names by what anybody may write, such as a label or a folder: one who takes a name that is no
 * team's is nobody who is known, and neither capacity nor a pool.
 *
 * @example calledBySource("capacity") // "unowned:capacity"
 */
export function calledBySource(name: string): string {
  return isOfNoTeam(name) ? `${UNOWNED_PREFIX}${name}` : name;
}

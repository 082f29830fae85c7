import type { Snapshot, SnapshotSource } from "./snapshot.ts";

/**
 * The sources that could not be read although a pool is divided by what they tell.
 *
 * @example unreadSources(snapshot, "eks-gpu")[0]?.problem // "http://opencost:9003: no answer"
 */
export function unreadSources({ sources }: Pick<Snapshot, "sources">, pool: string): SnapshotSource[] {
  return sources.filter(({ problem, pools = [] }) => problem !== null && pools.includes(pool));
}

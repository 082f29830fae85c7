import type { Destination } from "../costs/attribution/destination.ts";
import { type Leaf, NO_LEAF } from "../costs/leaf.ts";
import type { Holder } from "./day.ts";

const UNALLOCATED: Holder = { kind: "unallocated" };

/** Whose charges stand at a destination. */
export function holderOf(destination: Destination): Holder {
  switch (destination.kind) {
    case "direct": {
      const { team } = destination.leaf;
      return team === null ? UNALLOCATED : { kind: "team", name: team };
    }
    case "pool":
      return { kind: "pool", name: destination.pool };
    case "unallocated":
      return UNALLOCATED;
    case "excluded":
      return { kind: "excluded" };
  }
}

/** The dimensions of what stands at a destination; none of pools and of what is excluded. */
export function leafOf(destination: Destination): Leaf {
  return "leaf" in destination ? destination.leaf : NO_LEAF;
}

/**
 * A key that tells holders apart and orders them.
 *
 * @example holderKey({ kind: "team", name: "vision" }) // "team\u0001vision"
 */
export function holderKey(holder: Holder): string {
  return "name" in holder ? `${holder.kind}\u0001${holder.name}` : holder.kind;
}

import { type Leaf, leafKey } from "../leaf.ts";

/** Why money in scope is nobody's. */
export type UnallocatedReason = "no-team" | "invalid-team" | "no-usage" | "idle";

/** Where money counts. */
export type Destination =
  | { readonly kind: "direct"; readonly leaf: Leaf }
  | { readonly kind: "pool"; readonly pool: string }
  | {
      readonly kind: "unallocated";
      readonly reason: UnallocatedReason;
      /** The tag value that names no team, who used a pool and is no team, or the pool that lacks usage or stood idle. */
      readonly value: string | null;
      readonly leaf: Leaf;
    }
  | { readonly kind: "excluded" };

/** A key that tells destinations apart and orders them. */
export function destinationKey(destination: Destination): string {
  const parts = [destination.kind, ...details(destination)];
  return parts.join("\u0001");
}

function details(destination: Destination): string[] {
  switch (destination.kind) {
    case "direct":
      return [leafKey(destination.leaf)];
    case "pool":
      return [destination.pool];
    case "unallocated":
      return [destination.reason, destination.value ?? "\u0000", leafKey(destination.leaf)];
    case "excluded":
      return [];
  }
}

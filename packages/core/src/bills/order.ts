import type { Delivery } from "./delivery.ts";
import type { Pointer } from "./period-state.ts";

/**
 * Whether a delivery is older than what is read: of two of one instant, the ids decide, so that any order ends the same.
 * Files without a manifest are not older than others: somebody may have taken one away, or put an older one in its place.
 */
export function isOlder(
  delivery: Pick<Delivery, "deliveredAt" | "manifest">,
  id: string,
  pointer: Pointer,
): boolean {
  if (delivery.manifest === null && (pointer.identity ?? null) === null) return false;
  if (delivery.deliveredAt !== pointer.deliveredAt) return delivery.deliveredAt < pointer.deliveredAt;
  return id < pointer.version;
}

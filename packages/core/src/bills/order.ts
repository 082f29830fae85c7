import type { Delivery } from "./delivery.ts";
import type { Pointer } from "./period-state.ts";

/** Whether a delivery is older than what is read: of two of one instant, the ids decide, so that any order ends the same. */
export function isOlder(delivery: Pick<Delivery, "deliveredAt">, id: string, pointer: Pointer): boolean {
  if (delivery.deliveredAt !== pointer.deliveredAt) return delivery.deliveredAt < pointer.deliveredAt;
  return id < pointer.version;
}

import type { Item } from "../line.ts";
import { createRandom } from "../random.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** The id of an item's lines: the same for every hour, so that only id and interval together are unique. */
export function lineId(item: Item): string {
  const { type, account, product, usageType, operation, region, resourceId, principal, description } = item;
  const identity = [
    type,
    account.id,
    product.code,
    usageType,
    operation,
    region?.code,
    resourceId,
    principal,
    description,
  ];
  return createRandom(JSON.stringify(identity)).text(52, ALPHABET);
}

import { type Attributes, attributesOf, keyAttributes } from "@tagledger/adapters/dynamodb/attributes";
import { ATTRIBUTES } from "@tagledger/adapters/dynamodb/table";
import type { IndexName, Item } from "@tagledger/adapters/ledger/items";

/** As long as what signs an item that is written on a condition. */
const WRITER = "0".repeat(36);

/** How large an item is to DynamoDB, in bytes; 0 where there is none. */
export function itemSize(item: Item | undefined, isSigned = false): number {
  return item === undefined ? 0 : sizeOf(attributesOf(item, isSigned ? WRITER : undefined));
}

/** How large the copy of an item in an index is; 0 where it has none. */
export function copySize(item: Item | undefined, index: IndexName): number {
  const place = item?.indexes?.[index];
  if (item === undefined || place === undefined) return 0;
  const all = attributesOf(item);
  const projected = [ATTRIBUTES.version, ATTRIBUTES.body].map((name) => [name, all[name] ?? { S: "" }]);
  return sizeOf({ ...keyAttributes(item), ...keyAttributes(place, index), ...Object.fromEntries(projected) });
}

/** Names and values in UTF-8; of a number, a byte for two digits and one more. */
function sizeOf(attributes: Attributes): number {
  return Object.entries(attributes).reduce((sum, [name, { S = "", N, B }]) => {
    const ofNumber = N === undefined ? 0 : Math.ceil(N.replace(/0+$/, "").length / 2) + 1;
    return sum + name.length + Buffer.byteLength(S) + ofNumber + (B?.length ?? 0);
  }, 0);
}

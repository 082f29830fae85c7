import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { type FoundItem, INDEXES, type IndexName, type Item, type ItemKey } from "../ledger/items.ts";
import { ATTRIBUTES, keyOf } from "./table.ts";

/** DynamoDB has no empty keys: this stands for one, and comes before all that is printable. */
const EMPTY = "\t";

/** An item as DynamoDB holds it. */
export type Attributes = Record<string, AttributeValue>;

/** The attributes of an item, signed by the call that writes it where that may have to be told later. */
export function attributesOf(item: Item, writer?: string): Attributes {
  const { version, body, expires, indexes = {} } = item;
  const places = INDEXES.flatMap((index) => {
    const key = indexes[index];
    return key === undefined ? [] : [keyAttributes(key, index)];
  });
  return Object.assign(keyAttributes(item), ...places, {
    [ATTRIBUTES.version]: { N: String(version) },
    [ATTRIBUTES.body]: typeof body === "string" ? { S: body } : { B: body },
    ...(writer !== undefined && { [ATTRIBUTES.writer]: { S: writer } }),
    // Rounded up, because nothing may be gone before its time.
    ...(expires !== undefined && { [ATTRIBUTES.expires]: { N: String(Math.ceil(expires / 1000)) } }),
  });
}

/** The attributes of a place in an order. */
export function keyAttributes({ partition, sort }: ItemKey, index?: IndexName): Attributes {
  const names = keyOf(index);
  return { [names.partition]: { S: partition }, [names.sort]: { S: keptSort(sort) } };
}

/** A sort key as DynamoDB keeps it. */
export function keptSort(sort: string): string {
  return sort === "" ? EMPTY : sort;
}

/**
 * Reads an item that was found in an order.
 *
 * @throws TypeError when it is none of ours
 */
export function foundIn(attributes: Attributes, index?: IndexName): FoundItem {
  const read = (name: string): string => {
    const { S, N } = attributes[name] ?? {};
    const value = S ?? N;
    if (value !== undefined) return value;
    throw new TypeError(`an item has no attribute "${name}", only ${Object.keys(attributes).join(", ")}`);
  };
  const readSort = (name: string): string => (read(name) === EMPTY ? "" : read(name));
  const { partition, sort } = keyOf();
  return {
    partition: read(partition),
    sort: readSort(sort),
    version: Number(read(ATTRIBUTES.version)),
    body: attributes[ATTRIBUTES.body]?.B ?? read(ATTRIBUTES.body),
    place: readSort(keyOf(index).sort),
  };
}

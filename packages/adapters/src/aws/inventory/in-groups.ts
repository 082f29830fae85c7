import type { Sought } from "@tagledger/core/ports";
import { byGroup } from "../by-group.ts";
import type { LiveLook } from "./reader.ts";

/**
 * Looks at resources in groups, each in its own way and one beside the other.
 *
 * @returns a look for each, in their order
 */
export async function inGroups<Item extends Sought, Key>(
  sought: readonly Item[],
  keyOf: (item: Item) => Key,
  read: (group: readonly Item[], key: Key) => Promise<readonly LiveLook[]>,
): Promise<readonly LiveLook[]> {
  return byGroup<Item, Key, LiveLook>(sought, keyOf, read, { miss: "failed" });
}

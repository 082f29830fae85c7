import type { JsonObject } from "@tagledger/core/catalog/event";
import type { Tags } from "../company/tags.ts";

/** Tags as a list of keys and values, as most requests have them; without tags, nothing. */
export function listed(tags: Tags, name = "tags"): JsonObject {
  return isEmpty(tags) ? {} : { [name]: pairs(tags) };
}

/** Tags as an object of keys. */
export function mapped(tags: Tags, name = "tags"): JsonObject {
  return isEmpty(tags) ? {} : { [name]: tags };
}

/** Tags as EC2 takes them: by the type of what they are for. */
export function specified(...all: readonly (readonly [resourceType: string, tags: Tags])[]): JsonObject {
  const items = all
    .filter(([, tags]) => !isEmpty(tags))
    .map(([resourceType, tags]) => ({ resourceType, tags: pairs(tags) }));
  return items.length === 0 ? {} : { tagSpecificationSet: { items } };
}

/** Tags as newer calls of EC2 are logged: numbered as in a form, and a single one not in a list. */
export function numbered(tags: Tags, ResourceType: string): JsonObject {
  if (isEmpty(tags)) return {};
  const Tag = Object.entries(tags).map(([Key, Value], index) => ({ Value, tag: index + 1, Key }));
  return { TagSpecification: { ResourceType, tag: 1, Tag: Tag.length === 1 ? Tag[0] : Tag } };
}

/** Tags as XML holds them, where what looks like a truth value becomes one and a single one is not in a list. */
export function capitalized(tags: Tags): unknown {
  const all = Object.entries(tags).map(([Key, text]) => ({ Value: text === "true" ? true : text, Key }));
  return all.length === 1 ? all[0] : all;
}

/** Keys and values in a list. */
export function pairs(tags: Tags): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** The tags that are not AWS's own. */
export function unreserved(tags: Tags): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith("aws:")));
}

function isEmpty(tags: Tags): boolean {
  return Object.keys(tags).length === 0;
}

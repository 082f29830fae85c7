import type { TagMap } from "@tagledger/core/catalog/tags";

/**
 * Tags as most services take them.
 *
 * @example tagList({ "ml-team": "vision" }) // [{ Key: "ml-team", Value: "vision" }]
 */
export function tagList(tags: TagMap): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/**
 * Tags as newer services take them.
 *
 * @example smallTagList({ "ml-team": "vision" }) // [{ key: "ml-team", value: "vision" }]
 */
export function smallTagList(tags: TagMap): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

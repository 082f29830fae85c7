import type { TagMap } from "../../catalog/tags.ts";
import type { TagState } from "../tag-state.ts";
import type { Repair } from "./repair.ts";

/**
 * The tags as they would be after repairs.
 *
 * @example repaired({ tags: { ML_Team: "fd" }, … }, [{ key: "ml-team", value: "fraud-detection", removes: ["ML_Team"], … }])
 * // { tags: { "ml-team": "fraud-detection" }, … }
 */
export function repaired(state: TagState, repairs: readonly Repair[]): TagState {
  const removed = repairs.flatMap(({ removes }) => removes);
  let tags: TagMap = removed.length === 0 ? state.tags : without(state.tags, removed);
  // A computed key may be __proto__ and is still one like any other.
  for (const { key, value } of repairs) tags = { ...tags, [key]: value };
  return { ...state, tags };
}

function without(tags: TagMap, keys: readonly string[]): TagMap {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}

import type { TagState } from "../tag-state.ts";
import type { Repair } from "./repair.ts";

/**
 * The tags as they would be after repairs.
 *
 * @example repaired({ tags: { ML_Team: "fd" }, … }, [{ key: "ml-team", value: "fraud-detection", removes: ["ML_Team"], … }])
 * // { tags: { "ml-team": "fraud-detection" }, … }
 */
export function repaired(state: TagState, repairs: readonly Repair[]): TagState {
  const removed = new Set(repairs.flatMap(({ removes }) => removes));
  const kept = Object.entries(state.tags).filter(([key]) => !removed.has(key));
  return {
    ...state,
    // Pairs and not members, so that a key called __proto__ is one like any other.
    tags: Object.fromEntries([...kept, ...repairs.map(({ key, value }) => [key, value] as const)]),
  };
}

import { DIMENSIONS } from "../../../config/definition/match.ts";
import { type Leaf, leafKey, NO_LEAF } from "../../../costs/leaf.ts";
import type { FocusCharge } from "./charges.ts";
import type { FocusSource } from "./source.ts";

/** Half a character, which tags can hold and no id may. */
const HALF = /\p{Surrogate}/gu;

/** Whose a charge is; null for what is nobody's. */
export function consumerOf({ place }: FocusCharge): Leaf | null {
  return place.kind === "direct" ? place.leaf : null;
}

/**
 * An id for whom a charge was allocated to, which tells all consumers apart.
 *
 * @example consumerId({ ...NO_LEAF, team: "vision", project: "shared" }) // "team=vision/project=shared"
 */
export function consumerId(leaf: Leaf): string {
  const parts = DIMENSIONS.flatMap((dimension) => {
    const value = leaf[dimension];
    return value === null ? [] : [`${dimension}=${encodeURIComponent(value.replace(HALF, "\ufffd"))}`];
  });
  return parts.length === 0 ? "nobody" : parts.join("/");
}

/** A name of whom a charge was allocated to, for people. */
export function consumerName(leaf: Leaf): string {
  const values = DIMENSIONS.flatMap((dimension) => leaf[dimension] ?? []);
  return values.length === 0 ? "nobody" : values.join(" / ");
}

/** The dimensions of a leaf as tags; null where it has none. */
export function tagsOf(leaf: Leaf, tagKeys: FocusSource["tagKeys"]): string | null {
  if (leafKey(leaf) === leafKey(NO_LEAF)) return null;
  const tags = DIMENSIONS.flatMap((dimension) => {
    const value = leaf[dimension];
    return value === null ? [] : [[tagKeys[dimension], value] as const];
  });
  return JSON.stringify(Object.fromEntries(tags));
}

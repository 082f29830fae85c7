import type { Dimension } from "../config/definition/match.ts";
import type { Destination } from "../costs/attribution/destination.ts";
import { type Leaf, NO_LEAF } from "../costs/leaf.ts";
import type { Where } from "./report.ts";

/** The leaf at which money ended; that of nobody where there is none. */
export function leafOf(destination: Destination): Leaf {
  return "leaf" in destination ? destination.leaf : NO_LEAF;
}

/**
 * Whether a filter keeps a leaf.
 *
 * @example keeps(NO_LEAF, { team: [""] }) // true: an empty text stands for none
 */
export function keeps(leaf: Leaf, where: Where): boolean {
  return Object.entries(where).every(([dimension, values]) =>
    values.includes(leaf[dimension as Dimension] ?? ""),
  );
}

import { DIMENSIONS, type Match } from "../config/definition/match.ts";
import type { Leaf } from "../costs/leaf.ts";
import { anyGlob } from "../text/glob.ts";

/** Compiles what a match says of dimensions, as it is read for charges: what has no value matches nothing. */
export function leafMatcher(match: Match): (leaf: Leaf) => boolean {
  const conditions = DIMENSIONS.flatMap((dimension) => {
    const globs = match[dimension];
    return globs === undefined ? [] : [{ dimension, matches: anyGlob(globs, { ignoreCase: true }) }];
  });
  return (leaf) =>
    conditions.every(({ dimension, matches }) => {
      const value = leaf[dimension];
      return value !== null && matches(value);
    });
}

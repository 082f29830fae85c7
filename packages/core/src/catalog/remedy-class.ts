import type { Condition, Remedy, RemedyClass } from "./type-facts.ts";

/** From what destroys nothing to what destroys all. */
const WORSE: readonly RemedyClass[] = ["reversible", "lossy", "final"];

/**
 * What a remedy destroys of one resource.
 *
 * @param holds whether something holds of the resource; null, which counts as true, where that is not known
 * @example remedyClass(stop, () => false) // "lossy"
 */
export function remedyClass(remedy: Remedy, holds: (condition: Condition) => boolean | null): RemedyClass {
  const classes = (remedy.unless ?? []).filter(({ when }) => holds(when) !== false);
  return [remedy, ...classes].reduce<RemedyClass>((worst, { class: one }) => worse(worst, one), "reversible");
}

function worse(left: RemedyClass, right: RemedyClass): RemedyClass {
  return WORSE.indexOf(left) < WORSE.indexOf(right) ? right : left;
}

/** How many are listed, each time that more are wanted; the last is as many as the API gives at once. */
const STEPS = [5, 25, 100, 1000] as const;

/**
 * How many to list next, where so many are listed.
 *
 * @example moreThan(5) // 25
 */
export function moreThan(most: number): number {
  return STEPS.find((step) => step > most) ?? most;
}

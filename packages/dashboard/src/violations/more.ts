/** How many are listed, each time that more are wanted; the last is as many as the API gives at once. */
const STEPS = [10, 50, 200, 1000] as const;

/**
 * How many to list next, where so many are listed.
 *
 * @example moreThan(10) // 50
 */
export function moreThan(most: number): number {
  return STEPS.find((step) => step > most) ?? most;
}

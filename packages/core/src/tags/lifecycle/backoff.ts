import { SETTLING } from "./life.ts";

const LONGEST = 6 * 3_600_000;

/**
 * How long to wait after the latest of so many looks that found nothing: twice as long each time, up to six hours, for
 * as long as it takes.
 *
 * @returns milliseconds
 * @example backoff(2) // 600_000
 */
export function backoff(misses: number): number {
  return Math.min(SETTLING * 2 ** (misses - 1), LONGEST);
}

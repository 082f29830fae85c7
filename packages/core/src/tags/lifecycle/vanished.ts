import { readsOf } from "./course.ts";
import { type Life, SETTLING } from "./life.ts";

/**
 * When a resource was first missed that has not been found since; infinite where it is there, as far as anybody knows.
 *
 * One look that does not find it proves nothing: what was just made may not be seen yet. Two do, some time apart, with
 * no sign of life between or after.
 *
 * @example vanishedAt(life) // Infinity
 */
export function vanishedAt(life: Life): number {
  const signs = [life.created, ...readsOf(life).map(({ at }) => at), ...life.changes.map(({ at }) => at)];
  const lastSign = Math.max(...signs);
  const missed = life.misses.filter(
    ({ miss, at }) => miss === "absent" && lastSign + SETTLING <= at && at < life.ended,
  );
  const [first, last] = [missed[0], missed.at(-1)];
  return first !== undefined && last !== undefined && first.at + SETTLING <= last.at
    ? first.at
    : Number.POSITIVE_INFINITY;
}

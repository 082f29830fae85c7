import type { Subject } from "../subject.ts";
import type { Stage } from "./course.ts";

/**
 * When the grace of tags that do not comply ends, in epoch milliseconds. Where a tag changes which rule holds, a grace that
 * becomes shorter counts from then on: nobody is late because of what they just wrote.
 *
 * @param since when they began not to comply
 * @param graceOf the grace of the rule that holds for a resource as it is, in milliseconds
 */
export function graceEnd(
  since: number,
  course: readonly Stage[],
  subject: Omit<Subject, "state" | "at">,
  graceOf: (subject: Subject) => number,
): number {
  const stages = course.filter((stage, place) => since <= stage.since || course[place + 1] === undefined);
  return stages.reduce((end, { state, since: at }) => {
    const grace = graceOf({ ...subject, state, at });
    return Math.max(since + grace, Math.min(end, Math.max(since, at) + grace));
  }, Number.POSITIVE_INFINITY);
}

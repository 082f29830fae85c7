import { creationAt, endAfter, stateAt, type Timeline } from "../ledger/timeline.ts";
import type { Subject } from "../tags/subject.ts";
import type { Judge, Judgement } from "../tags/verdict/judge.ts";

/**
 * Judges a resource at an instant by all that a log tells of it: with the tags that it had by then, and those that it
 * got until the end of its grace, or its own. Whoever made it is asked for its owner, not who tagged it.
 *
 * @example judgeInTime(judge(config), subject, timelineOf(facts), event.at).verdict // "violating"
 */
export function judgeInTime(mine: Judge, subject: Subject, timeline: Timeline, at: number): Judgement {
  const actor = creationAt(timeline, at)?.actor ?? subject.actor;
  const then = { ...subject, actor, at, state: stateAt(timeline, at) };
  const later = timeline.changes.filter((change) => change.at > at);
  return mine.afterGrace(then, later, endAfter(timeline, at));
}

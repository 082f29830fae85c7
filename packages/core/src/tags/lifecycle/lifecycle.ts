import type { Config } from "../../config/definition.ts";
import { endOf } from "../../config/moments.ts";
import { type Evaluator, evaluator } from "../evaluate/evaluator.ts";
import type { Subject } from "../subject.ts";
import { lapsedGrant } from "../verdict/granted.ts";
import { judge } from "../verdict/judge.ts";
import { backoff } from "./backoff.ts";
import { courseOf, readsOf, type Stage } from "./course.ts";
import { graceEnd } from "./deadline.ts";
import { type Life, SETTLING } from "./life.ts";
import type { Standing } from "./standing.ts";
import { vanishedAt } from "./vanished.ts";

/** Says where a life stands at an instant: the same for the same life, whatever the order in which it was told. */
export type Lifecycle = (life: Life, now: number) => Standing;

/** How long after its creation a look at a resource of a type makes sense, in milliseconds. */
export type ReadyAfter = (type: string) => number;

/**
 * Compiles a configuration into the state machine of resources.
 *
 * What is known of the tags can prove that they comply, at any time. That they do not is said only after the grace, by
 * a look at the live tags that must show all that was written within it.
 *
 * @example lifecycle(config)(life, now) // { state: "pending", due: life.created + 3_900_000, … }
 */
export function lifecycle(config: Config, readyAfter: ReadyAfter = () => 0): Lifecycle {
  const schema = evaluator(config);
  const mine = judge(config, schema);

  const graceOf = (subject: Subject) => mine.grace(subject).milliseconds;

  return (life, now) => {
    const course = courseOf(life);
    const last = course.at(-1) ?? { since: life.created, state: life.start };
    const subject: Subject = { ...life.subject, state: last.state, at: last.since };
    const lapsed = lapsedGrant(life.granted, now);
    // Nobody had to comply while it was exempt: the grace, and the notice after it, begin with the end of that.
    const since = deviantSince(schema, course, lapsed === null ? life.ruled : [...life.ruled, lapsed]);
    const ready = life.created + readyAfter(subject.type);
    const grace = since === null ? 0 : graceEnd(since, course, life.subject, graceOf);
    const decides = Math.max(grace, ready, mine.lapsed(subject, now) ?? 0) + SETTLING;
    const wasRead = readsOf(life).some(({ at }) => decides <= at && at <= now);
    const ended = Math.min(life.ended, vanishedAt(life));
    // What is gone cannot be put right: whether anybody looked in time is no longer what counts.
    const judgement = mine.asOf(subject, { final: wasRead && now < ended, now, granted: life.granted });
    const said = { judgement, since, due: null, needsRead: false, ended: null };
    if (ended <= now) return { ...said, state: "gone", ended };
    // Clocks differ: what ends in a moment has to be looked at then.
    if (ended < Number.POSITIVE_INFINITY) return { ...said, state: "pending", due: ended };
    if (since === null) return { ...said, state: "compliant" };
    const { verdict, exemption } = judgement;
    if (exemption !== null) return { ...said, state: "exempt", due: endOf(exemption.until) };
    if (wasRead && (verdict === "violating" || verdict === "repairable")) return { ...said, state: verdict };
    return { ...said, ...nextLook(life, decides, wasRead) };
  };
}

/** Since when the tags have not complied without a break, or null where they comply. */
function deviantSince(schema: Evaluator, course: readonly Stage[], ruled: readonly number[]): number | null {
  let since: number | null = null;
  for (const { since: from, state } of course.toReversed()) {
    if (schema.evaluate(state, from).length === 0) break;
    since = from;
  }
  return since === null ? null : Math.max(since, ...ruled);
}

/** When the live tags have to be read; after a look that told nothing certain, once more when changes have settled. */
function nextLook(
  life: Life,
  decides: number,
  wasRead: boolean,
): Pick<Standing, "state" | "due" | "needsRead"> {
  const settled = Math.max(decides, (life.changes.at(-1)?.at ?? 0) + SETTLING);
  if (wasRead && readsOf(life).some(({ at }) => settled <= at)) {
    return { state: "undecided", due: null, needsRead: false };
  }
  const due = wasRead ? settled : decides;
  const misses = life.misses.filter(({ at }) => due <= at && at < life.ended);
  const latest = misses.at(-1);
  if (latest === undefined) return { state: "pending", due, needsRead: true };
  if (latest.miss === "unreadable") return { state: "undecided", due: null, needsRead: false };
  return { state: "undecided", due: latest.at + backoff(misses.length), needsRead: true };
}

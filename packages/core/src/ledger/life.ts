import type { Life } from "../tags/lifecycle/life.ts";
import type { Subject } from "../tags/subject.ts";
import { UNSEEN } from "../tags/verdict/replay.ts";
import type { Fact } from "./fact.ts";
import { grantsIn } from "./grants.ts";
import type { Incarnation } from "./incarnations.ts";
import { stateOf } from "./timeline.ts";

/**
 * One life under a name, as the state machine of tags sees it.
 *
 * @param facts all that is known under the name
 * @example lifecycle(config)(lifeOf(incarnation, facts, subject), now).state // "pending"
 */
export function lifeOf(
  { created, ended, timeline }: Incarnation,
  facts: readonly Fact[],
  subject: Omit<Subject, "state" | "at">,
): Life {
  const [creation] = timeline.creations;
  const own = facts.filter(({ at }) => created <= at && at < ended);
  return {
    subject,
    created,
    isBorn: creation !== undefined,
    ended,
    start: creation === undefined ? UNSEEN : stateOf(creation),
    changes: timeline.changes,
    reads: timeline.reads,
    misses: own.filter((fact) => fact.kind === "missed").sort((a, b) => a.at - b.at),
    ruled: own.filter(({ kind }) => kind === "ruled").map(({ at }) => at),
    granted: grantsIn(facts),
  };
}

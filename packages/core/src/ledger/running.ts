import { createdMoment, runningMoment } from "../spend/from-event.ts";
import type { Moment } from "../spend/moment.ts";
import type { Fact } from "./fact.ts";
import type { Incarnation } from "./incarnations.ts";

/**
 * What happened in one life that decides what it costs.
 *
 * @param facts all that is known under its name
 * @param ended when it ended, in epoch milliseconds; null while it is there
 * @example stretchesOf(runningOf(incarnation, facts, null))
 */
export function runningOf(
  { created, ended: until, timeline }: Incarnation,
  facts: readonly Fact[],
  ended: number | null,
): Moment[] {
  const [creation] = timeline.creations;
  const begun: Moment =
    creation?.attributes === undefined
      ? // What it was created as is not known, and so is its price.
        { kind: "changed", at: created, eventId: null, attributes: { creation: null } }
      : createdMoment(creation, creation.attributes);
  const ran = facts.flatMap((fact) =>
    fact.kind === "ran" && created <= fact.at && fact.at < until ? [runningMoment(fact, fact.eventId)] : [],
  );
  return [begun, ...ran, ...(ended === null ? [] : [{ kind: "ended", at: ended, eventId: null } as const])];
}

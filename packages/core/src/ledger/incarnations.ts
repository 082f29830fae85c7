import type { Fact } from "./fact.ts";
import type { Timeline } from "./timeline.ts";

/** One life under a name: from a creation, or from what was there before the first known one, to the next. */
export interface Incarnation {
  /** The id of the event that created it, else the time of its creation; `before` where that is not known. */
  readonly id: string;
  /** In epoch milliseconds; of one that was there before, when it was first heard of. */
  readonly created: number;
  /** When something last happened to it. */
  readonly touched: number;
  /** When another took its place; infinite where none has. */
  readonly ended: number;
  /** What happened to it. */
  readonly timeline: Timeline;
}

/** The id of what was there before the first known creation. */
const BEFORE = "before";

/**
 * Tells apart the lives under one name, the oldest first.
 *
 * @example incarnationsOf(timelineOf(facts)).map(({ id }) => id) // ["before", "5f2c9a1b-…"]
 */
export function incarnationsOf({ creations, changes }: Timeline): Incarnation[] {
  const first = creations[0]?.at ?? Number.POSITIVE_INFINITY;
  const early = changes.filter(({ at }) => at < first);
  const known = creations.flatMap((created, index) => {
    const until = creations[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    // Of two creations in one moment, the later one counts.
    if (until === created.at) return [];
    const own = changes.filter(({ at }) => created.at <= at && at < until);
    const id = created.eventId ?? new Date(created.at).toISOString();
    return [incarnation(id, { created: created.at, ended: until }, { creations: [created], changes: own })];
  });
  const [firstChange] = early;
  return firstChange === undefined
    ? known
    : [
        incarnation(BEFORE, { created: firstChange.at, ended: first }, { creations: [], changes: early }),
        ...known,
      ];
}

/** What happened in a life, the oldest first. */
export function factsOf({ timeline: { creations, changes } }: Incarnation): readonly Fact[] {
  return [...creations, ...changes];
}

function incarnation(
  id: string,
  span: Pick<Incarnation, "created" | "ended">,
  timeline: Timeline,
): Incarnation {
  return { id, ...span, touched: timeline.changes.at(-1)?.at ?? span.created, timeline };
}

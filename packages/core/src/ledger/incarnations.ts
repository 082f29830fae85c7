import { SETTLING } from "../tags/lifecycle/life.ts";
import type { Fact } from "./fact.ts";
import type { Created, Ended, Read, Tagged } from "./moments.ts";
import { momentsOf, type Timeline } from "./timeline.ts";

/** One life under a name: from a creation, or from what was there before the first known one, to its end or the next. */
export interface Incarnation {
  /** The id of the event that created it, else the time of its creation; `before` where that is not known. */
  readonly id: string;
  /** In epoch milliseconds; of one that was there before, when it was first heard of. */
  readonly created: number;
  /** When it was last created or tagged. */
  readonly touched: number;
  /** When it was deleted, or another took its place; infinite where neither is known. */
  readonly ended: number;
  /** What happened to it. */
  readonly timeline: Timeline;
}

/** The id of what was there before the first known creation; what was found later has an id of its own. */
const BEFORE = "before";

/**
 * Tells apart the lives under one name, the oldest first.
 *
 * @example incarnationsOf(timelineOf(facts)).map(({ id }) => id) // ["before", "5f2c9a1b-…"]
 */
export function incarnationsOf(timeline: Timeline): Incarnation[] {
  const lives: Life[] = [];
  let life: Life | null = null;
  // Of one instant, a look comes after all that happened.
  const all = [...momentsOf(timeline), ...timeline.reads].sort((a, b) => a.at - b.at);
  for (const moment of all) {
    switch (moment.kind) {
      case "created":
        // Of two creations in one moment, the later one counts.
        if (life?.created?.at === moment.at) lives.pop();
        life = begun(lives, moment.at, moment);
        break;
      case "tagged":
        // Who tags what has ended tags what is being taken down, or what came to be unseen: nobody can tell.
        if (life === null && lives.length === 0) life = begun(lives, moment.at);
        life?.changes.push(moment);
        break;
      case "read":
        // What is found long after its end is another, whose creation nobody told of.
        if (
          life === null &&
          moment.tags !== null &&
          (lives.at(-1)?.ended?.at ?? -SETTLING) + SETTLING <= moment.at
        ) {
          life = begun(lives, moment.at);
        }
        life?.reads.push(moment);
        break;
      case "ended":
        if (life === null && lives.length === 0) life = begun(lives, moment.at);
        if (life !== null) life.ended = moment;
        life = null;
    }
  }
  return lives.map(incarnation);
}

/** What happened in a life, the oldest first. */
export function factsOf({ timeline: { creations, changes, endings, reads } }: Incarnation): readonly Fact[] {
  return [...creations, ...changes, ...endings, ...reads];
}

interface Life {
  readonly began: number;
  readonly created: Created | null;
  readonly changes: Tagged[];
  readonly reads: Read[];
  ended: Ended | null;
}

function begun(lives: Life[], began: number, created: Created | null = null): Life {
  const life = { began, created, changes: [], reads: [], ended: null };
  lives.push(life);
  return life;
}

function incarnation(
  { began, created, changes, reads, ended }: Life,
  index: number,
  lives: readonly Life[],
): Incarnation {
  const unseen = index === 0 ? BEFORE : `found ${new Date(began).toISOString()}`;
  return {
    id: created === null ? unseen : (created.eventId ?? new Date(created.at).toISOString()),
    created: began,
    touched: changes.at(-1)?.at ?? began,
    ended: ended?.at ?? lives[index + 1]?.began ?? Number.POSITIVE_INFINITY,
    timeline: {
      creations: created === null ? [] : [created],
      changes,
      endings: ended === null ? [] : [ended],
      reads,
    },
  };
}

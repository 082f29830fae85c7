import type { TagState } from "../tags/tag-state.ts";
import { replay, UNSEEN } from "../tags/verdict/replay.ts";
import type { Fact } from "./fact.ts";

type Created = Fact & { readonly kind: "created" };
type Tagged = Fact & { readonly kind: "tagged" };

/** All that is known to have happened under one name, in the order of time. */
export interface Timeline {
  readonly creations: readonly Created[];
  readonly changes: readonly Tagged[];
}

/**
 * Puts facts in order, whatever the order they came in; what came twice happened once, and so did what is the same in
 * the same moment.
 *
 * @example timelineOf(facts).creations.length // 1
 */
export function timelineOf(facts: readonly Fact[]): Timeline {
  const told = [...new Map(facts.map((fact, index) => [identity(fact, index), fact])).values()];
  const sorted = told.sort(
    (a, b) => a.at - b.at || compare(a.eventId ?? "", b.eventId ?? "") || a.part - b.part,
  );
  const once = lastOfEach(sorted);
  const changes = once.filter((fact) => fact.kind === "tagged");
  const created = once.filter((fact) => fact.kind === "created");
  const first = Math.min(
    changes[0]?.at ?? Number.POSITIVE_INFINITY,
    created[0]?.at ?? Number.POSITIVE_INFINITY,
  );
  // What was heard of before was there, and a call that may find it there did not make it.
  return { creations: created.filter(({ at, mayExist }) => mayExist !== true || at === first), changes };
}

/** The last creation at an instant or before it. */
export function creationAt({ creations }: Timeline, at: number): Created | undefined {
  return creations.findLast((created) => created.at <= at);
}

/** When another took the place of what was there at an instant; infinite where nothing did. */
export function replacedAfter({ creations }: Timeline, at: number): number {
  return creations.find((created) => created.at > at)?.at ?? Number.POSITIVE_INFINITY;
}

/**
 * The tags at the end of an instant: those of the last creation and of all changes since.
 *
 * @example stateAt(timelineOf([]), Date.now()).known // an empty set: nothing is known
 */
export function stateAt(timeline: Timeline, at: number): TagState {
  const { moments, states } = checkpointsOf(timeline);
  const count = countUntil(moments, at);
  const whole = Math.floor(count / EVERY);
  return after(states[whole] ?? UNSEEN, moments.slice(whole * EVERY, count));
}

/** The tags with which something was created. */
export function stateOf({ tags, hiddenTags }: Created): TagState {
  return { tags, hidden: hiddenTags, known: "all" };
}

/** What happened in order, and the state after each so many moments: a resource may be tagged once a minute. */
interface Checkpoints {
  readonly moments: readonly (Created | Tagged)[];
  readonly states: readonly TagState[];
}

const EVERY = 100;
const known = new WeakMap<Timeline, Checkpoints>();

function checkpointsOf(timeline: Timeline): Checkpoints {
  const before = known.get(timeline);
  if (before !== undefined) return before;
  // A creation comes before what is tagged in the same moment.
  const moments = [...timeline.creations, ...timeline.changes].sort((a, b) => a.at - b.at);
  const states = [UNSEEN];
  for (let from = 0; from + EVERY <= moments.length; from += EVERY) {
    states.push(after(states.at(-1) ?? UNSEEN, moments.slice(from, from + EVERY)));
  }
  const checkpoints = { moments, states };
  known.set(timeline, checkpoints);
  return checkpoints;
}

function after(state: TagState, moments: readonly (Created | Tagged)[]): TagState {
  return moments.reduce(
    (current, moment) => (moment.kind === "created" ? stateOf(moment) : replay(current, [moment])),
    state,
  );
}

/** How many moments there are at an instant or before it. */
function countUntil(moments: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Records without an id cannot be told from each other by it. */
function identity({ kind, eventId, part }: Fact, index: number): string {
  return eventId === null ? `${index}` : `${kind} ${eventId} ${part}`;
}

/** All that decides what a fact does. */
function content({ eventId: _id, part: _part, actor: _actor, ...fact }: Fact): string {
  return JSON.stringify(fact);
}

/** The last of what is the same stands for all: what came between in that moment came before it. */
function lastOfEach(sorted: readonly Fact[]): Fact[] {
  const byContent = new Map<string, Fact>();
  for (const fact of sorted) {
    const key = content(fact);
    // Set anew, a key moves to the end.
    byContent.delete(key);
    byContent.set(key, fact);
  }
  return [...byContent.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

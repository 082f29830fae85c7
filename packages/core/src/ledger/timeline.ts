import { SETTLING } from "../tags/lifecycle/life.ts";
import type { TagState } from "../tags/tag-state.ts";
import type { End } from "../tags/verdict/judge.ts";
import { replay, UNSEEN } from "../tags/verdict/replay.ts";
import type { Fact } from "./fact.ts";
import { type Created, type Ended, inOrder, type Moment, type Read, type Tagged } from "./moments.ts";

/** All that is known to have happened under one name, in the order of time. */
export interface Timeline {
  readonly creations: readonly Created[];
  readonly changes: readonly Tagged[];
  readonly endings: readonly Ended[];
  /** Looks at its live tags, each of which found it. */
  readonly reads: readonly Read[];
}

/**
 * Puts facts in order, whatever the order they came in; what came twice happened once, and so did what is the same in
 * the same moment.
 *
 * @example timelineOf(facts).creations.length // 1
 */
export function timelineOf(facts: readonly Fact[]): Timeline {
  const each = [...new Map(facts.map((fact, index) => [identity(fact, index), fact])).values()];
  const sorted = each.sort(
    (a, b) => a.at - b.at || compare(a.eventId ?? "", b.eventId ?? "") || a.part - b.part,
  );
  const once = lastOfEach(sorted);
  const reads = once.filter((fact) => fact.kind === "read");
  const told = once.filter(isMoment);
  const moments = inOrder(told.filter((moment) => !wasFoundBefore(moment, told, reads)));
  return {
    creations: moments.filter((moment) => moment.kind === "created"),
    changes: moments.filter((moment) => moment.kind === "tagged"),
    endings: moments.filter((moment) => moment.kind === "ended"),
    reads,
  };
}

/** Whether a call only found what a look had shown before, and nothing had ended since. */
function wasFoundBefore(moment: Moment, told: readonly Moment[], reads: readonly Read[]): boolean {
  if (moment.kind !== "created" || moment.mayExist !== true) return false;
  const ends = told.filter(({ kind, at }) => kind === "ended" && at <= moment.at).map(({ at }) => at);
  const ended = Math.max(Number.NEGATIVE_INFINITY, ...ends);
  return reads.some(({ at, tags }) => tags !== null && ended + SETTLING <= at && at < moment.at);
}

function isMoment(fact: Fact): fact is Moment {
  return fact.kind === "created" || fact.kind === "tagged" || fact.kind === "ended";
}

/**
 * All that happened, in the order in which it took effect.
 *
 * @example momentsOf(timelineOf(facts)).map(({ kind }) => kind) // ["created", "tagged", "ended"]
 */
export function momentsOf(timeline: Timeline): readonly Moment[] {
  return checkpointsOf(timeline).moments;
}

/** The creation of what was there at an instant, where it is known. */
export function creationAt(timeline: Timeline, at: number): Created | undefined {
  const { turns } = checkpointsOf(timeline);
  const last = turns[countUntil(turns, at) - 1];
  return last?.kind === "created" ? last : undefined;
}

/** How what was there at an instant ended: it was deleted, or another took its place; null where neither is known. */
export function endAfter(timeline: Timeline, at: number): End | null {
  const { turns } = checkpointsOf(timeline);
  const count = countUntil(turns, at);
  const next = turns[count];
  if (next === undefined) return null;
  // In the moment of its deletion it still is there, unless that is when another comes.
  const isLast = next.kind === "ended" && turns[count + 1]?.at !== next.at;
  return { until: isLast ? next.at + 1 : next.at, isDeleted: next.kind === "ended" };
}

/**
 * The tags at the end of an instant: those of the last creation and of all changes since; of what is deleted in that
 * instant, those that it had.
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
export function stateOf({ tags, hiddenTags, taggedElsewhere }: Created): TagState {
  return { tags, hidden: hiddenTags, known: taggedElsewhere === true ? UNSEEN.known : "all" };
}

/** What happened in order, and the state after each so many moments: a resource may be tagged once a minute. */
interface Checkpoints {
  readonly moments: readonly Moment[];
  /** The creations and endings among them. */
  readonly turns: readonly (Created | Ended)[];
  readonly states: readonly TagState[];
}

const EVERY = 100;
const known = new WeakMap<Timeline, Checkpoints>();

function checkpointsOf(timeline: Timeline): Checkpoints {
  const before = known.get(timeline);
  if (before !== undefined) return before;
  const moments = inOrder([...timeline.creations, ...timeline.changes, ...timeline.endings]);
  const states = [UNSEEN];
  for (let from = 0; from + EVERY <= moments.length; from += EVERY) {
    states.push(after(states.at(-1) ?? UNSEEN, moments.slice(from, from + EVERY)));
  }
  const turns = moments.filter((moment) => moment.kind !== "tagged");
  const checkpoints = { moments, turns, states };
  known.set(timeline, checkpoints);
  return checkpoints;
}

function after(state: TagState, moments: readonly Moment[]): TagState {
  return moments.reduce(next, state);
}

function next(state: TagState, moment: Moment): TagState {
  switch (moment.kind) {
    case "created":
      return stateOf(moment);
    case "tagged":
      return replay(state, [moment]);
    case "ended":
      return UNSEEN;
  }
}

/** How many moments there are at an instant or before it, without the ending that takes effect with the next. */
function countUntil(moments: readonly Moment[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const last = moments[low - 1];
  return last?.kind === "ended" && last.at === at ? low - 1 : low;
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

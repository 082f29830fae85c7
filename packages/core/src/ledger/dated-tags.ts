import { isHidden, type TagState, tagOf } from "../tags/tag-state.ts";
import { replay, UNSEEN } from "../tags/verdict/replay.ts";
import type { DatedTag } from "./resource.ts";
import { stateOf, type Timeline } from "./timeline.ts";

type Shown = Pick<DatedTag, "value" | "hidden">;

const ABSENT: Shown = { value: null, hidden: false };

/**
 * All tags of a resource at all times, the oldest first, from what is known to have happened to it.
 *
 * @param timeline one creation at most, and the changes that followed it
 * @example datedTags(timelineOf(facts)) // [{ key: "ml-team", value: "vision", hidden: false, since: 1788220800000 }]
 */
export function datedTags({ creations: [created], changes }: Timeline): DatedTag[] {
  const dated: DatedTag[] = [];
  const last = new Map<string, Shown>();
  let state = UNSEEN;
  const move = (next: TagState, since: number) => {
    for (const key of keysOf(next, last.keys())) {
      const [before, after] = [last.get(key) ?? ABSENT, shownOf(next, key)];
      if (before.value === after.value && before.hidden === after.hidden) continue;
      dated.push({ key, ...after, since });
      last.set(key, after);
    }
    state = next;
  };
  if (created !== undefined) move(stateOf(created), created.at);
  for (const change of changes) move(replay(state, [change]), change.at);
  return dated;
}

/** The keys of a state, and those that were named before: a call that hides all its tags may have set any of them. */
function keysOf({ tags, hidden }: TagState, named: Iterable<string>): string[] {
  return [...new Set([...Object.keys(tags), ...hidden, ...named])].sort();
}

function shownOf(state: TagState, key: string): Shown {
  const value = tagOf(state, key) ?? null;
  return { value, hidden: value === null && isHidden(state, key) };
}

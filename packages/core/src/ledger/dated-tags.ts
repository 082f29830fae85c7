import type { Stage } from "../tags/lifecycle/course.ts";
import { isHidden, type TagState, tagOf } from "../tags/tag-state.ts";
import type { DatedTag } from "./resource.ts";

type Shown = Pick<DatedTag, "value" | "hidden">;

const ABSENT: Shown = { value: null, hidden: false };

/** A record has to stay small, though some tool writes another value every minute. */
const MOST = 1000;

/**
 * All tags of a resource at all times, the oldest first; of more than a thousand dates the newest, and of each key the
 * last.
 *
 * @param course what it was tagged with, in the order of time
 * @example datedTags(courseOf(life)) // [{ key: "ml-team", value: "vision", hidden: false, since: 1788220800000 }]
 */
export function datedTags(course: readonly Stage[]): DatedTag[] {
  const dated: DatedTag[] = [];
  const last = new Map<string, Shown>();
  for (const { state, since } of course) {
    for (const key of keysOf(state, last.keys())) {
      const [before, after] = [last.get(key) ?? ABSENT, shownOf(state, key)];
      if (before.value === after.value && before.hidden === after.hidden) continue;
      dated.push({ key, ...after, since });
      last.set(key, after);
    }
  }
  return dated.length <= MOST ? dated : newestOf(dated);
}

function newestOf(dated: readonly DatedTag[]): DatedTag[] {
  const last = new Map(dated.map((each) => [each.key, each]));
  const newest = new Set(dated.slice(-MOST));
  return dated.filter((each) => newest.has(each) || last.get(each.key) === each);
}

/** The keys of a state, and those that were named before: a call that hides all its tags may have set any of them. */
function keysOf({ tags, hidden }: TagState, named: Iterable<string>): string[] {
  return [...new Set([...Object.keys(tags), ...hidden, ...named])].sort();
}

function shownOf(state: TagState, key: string): Shown {
  const value = tagOf(state, key) ?? null;
  return { value, hidden: value === null && isHidden(state, key) };
}

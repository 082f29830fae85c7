import { comparableTagKey } from "../config/reading/tag-key.ts";
import type { DatedResource } from "./dated.ts";
import type { TagSince } from "./tagged-life.ts";

/** Tags from an instant on. */
export type DatedState = DatedResource["states"][number];

/**
 * The values of tag keys at all times of a life. The first value of a key reaches back to the beginning: what is tagged
 * late was used by the same people before. A tag that was removed, or whose value nobody could see, is empty from then on.
 *
 * @param begun the beginning of the life, in epoch milliseconds
 * @param tagKeys the keys asked for, compared as keys of bills are
 */
export function tagCourse(
  tags: readonly TagSince[],
  begun: number,
  tagKeys: readonly string[],
): readonly DatedState[] {
  const courses = tagKeys.map((key) => courseOf(tags, key));
  const instants = courses.flatMap((course) => course.map(({ since }) => since));
  const changes = [...new Set(instants.filter((since) => since > begun))].sort((a, b) => a - b);
  return distinct(
    [begun, ...changes].map((since) => {
      return { since, values: courses.map((course) => valueAt(course, since)) };
    }),
  );
}

/** Leaves out what is as it was before. */
export function distinct(states: readonly DatedState[]): DatedState[] {
  return states.filter(({ values }, index) => {
    const before = states[index - 1]?.values;
    return before === undefined || values.some((value, place) => value !== before[place]);
  });
}

interface Valued {
  readonly since: number;
  readonly value: string;
}

/** The values of one key as bills know it: of several spellings at once, the one asked for, else the first. */
function courseOf(tags: readonly TagSince[], key: string): readonly Valued[] {
  const comparable = comparableTagKey(key);
  const current = new Map<string, string>();
  const course: Valued[] = [];
  for (const each of tags) {
    if (comparableTagKey(each.key) !== comparable) continue;
    current.set(each.key, each.value ?? "");
    const others = [...current].filter(([, value]) => value !== "").sort(([a], [b]) => (a < b ? -1 : 1));
    const value = current.get(key) || (others[0]?.[1] ?? "");
    course.push({ since: each.since, value });
  }
  const first = course.find(({ value }) => value !== "");
  return first === undefined
    ? []
    : [{ ...first, since: Number.NEGATIVE_INFINITY }, ...course.slice(course.indexOf(first))];
}

function valueAt(course: readonly Valued[], at: number): string {
  return course.findLast(({ since }) => since <= at)?.value ?? "";
}

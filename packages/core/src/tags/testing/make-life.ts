import type { Life } from "../lifecycle/life.ts";
import type { TagChange } from "../verdict/replay.ts";
import { AT, makeSubject, state } from "./make-subject.ts";

const { state: _state, at: _at, ...INSTANCE } = makeSubject();

/** In milliseconds. */
export const MINUTE = 60_000;

/** An instance without tags that was just made, and of which nothing else is known. */
export function makeLife(given: Partial<Life> = {}): Life {
  return {
    subject: INSTANCE,
    created: AT,
    isBorn: true,
    ended: Number.POSITIVE_INFINITY,
    start: state({}),
    changes: [],
    reads: [],
    misses: [],
    ruled: [],
    granted: [],
    ...given,
  };
}

/** Tags that were set so many minutes after the creation. */
export function setAfter(minutes: number, tags: TagChange["tags"]): TagChange {
  return {
    at: AT + minutes * MINUTE,
    eventId: `set-${minutes}`,
    change: "set",
    tags,
    keys: [],
    hiddenTags: [],
  };
}

/** Keys that were removed so many minutes after the creation. */
export function removedAfter(minutes: number, keys: readonly string[]): TagChange {
  return {
    at: AT + minutes * MINUTE,
    eventId: `cut-${minutes}`,
    change: "remove",
    tags: {},
    keys,
    hiddenTags: [],
  };
}

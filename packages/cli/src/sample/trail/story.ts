import type { Tags } from "../company/tags.ts";
import { HOUR } from "../month.ts";
import type { Principal } from "./principal.ts";

/** How something came by its tags: what the request says, and what is changed later. */
export interface Story {
  readonly requested: Tags;
  readonly changes: readonly TagChange[];
  /** Seconds until the creation is delivered, where that matters. */
  readonly delay?: number;
}

/** One later change of tags. */
export interface TagChange {
  /** Seconds from the creation. */
  readonly after: number;
  /** All tags that are there afterwards. */
  readonly tags: Tags;
  /** The keys that are taken away; absent where tags are set. */
  readonly removed?: readonly string[];
  /** Absent where it is who made the resource. */
  readonly by?: Principal;
  readonly delay?: number;
}

/** All tags are in the request. */
export function asked(tags: Tags): Story {
  return { requested: tags, changes: [] };
}

/** Tags follow a moment after the creation, as many programs do it. */
export function followed(tags: Tags, after = 1): Story {
  return { requested: {}, changes: [{ after, tags }] };
}

/** Tags follow a moment after the creation, and are delivered before it. */
export function overtaken(tags: Tags): Story {
  return { requested: {}, changes: [{ after: 2, tags, delay: 90 }], delay: 780 };
}

/** What was wrong in the request is put right a little later. */
export function corrected(tags: Tags, wrong: Tags, after: number, by?: Principal): Story {
  return {
    requested: { ...tags, ...wrong },
    changes: [{ after, tags, ...(by === undefined ? {} : { by }) }],
  };
}

/** Tags follow when the time for it is over. */
export function late(tags: Tags): Story {
  return { requested: {}, changes: [{ after: 2 * HOUR + 340, tags }] };
}

/** Some tags are taken away again. */
export function stripped(before: Tags, tags: Tags, after: number): Story {
  const removed = Object.keys(before).filter((key) => !(key in tags));
  return { requested: before, changes: [{ after, tags, removed }] };
}

/** The same where the request cannot hold tags: what it would have said, a call says a second later. */
export function afterwards({ requested, changes }: Story): Story {
  if (Object.keys(requested).length === 0) return { requested, changes };
  return { requested: {}, changes: [{ after: 1, tags: requested }, ...changes] };
}

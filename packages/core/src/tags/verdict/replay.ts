import type { Tagging } from "../../catalog/creation.ts";
import { type TagState, tagOf } from "../tag-state.ts";

/** A tagging of one resource, and when it happened. */
export type TagChange = Pick<Tagging, "change" | "tags" | "keys" | "hiddenTags"> & {
  readonly eventId: string | null;
  /** In epoch milliseconds (UTC). */
  readonly at: number;
};

/** What is known of the tags of a resource that was not seen from its creation. */
export const UNSEEN: TagState = { tags: {}, hidden: [], known: new Set() };

/** Tags of AWS's own, which no tagging call touches. */
const OWN = /^aws:/i;

/**
 * The tags after changes, applied in the order of their time, and of one time in the order of their ids, so that
 * the order of delivery decides nothing.
 *
 * @example replay(UNSEEN, [{ change: "set", tags: { team: "vision" }, … }]).tags // { team: "vision" }
 */
export function replay(state: TagState, changes: readonly TagChange[]): TagState {
  const [only] = changes;
  if (only !== undefined && changes.length === 1) return applied(state, only);
  const sorted = changes.toSorted((a, b) => a.at - b.at || compare(a.eventId ?? "", b.eventId ?? ""));
  return sorted.reduce(applied, state);
}

function applied(state: TagState, change: TagChange): TagState {
  switch (change.change) {
    case "set":
      return withTags(state, change);
    case "remove":
      return without(state, change);
    case "replace":
      return withTags({ tags: only(state, (key) => OWN.test(key)), hidden: [], known: "all" }, change);
  }
}

function withTags({ tags, hidden, known }: TagState, change: TagChange): TagState {
  return {
    // Pairs and not members, so that a key called __proto__ is one like any other.
    tags: Object.fromEntries([
      ...Object.entries(tags).filter(([key]) => !change.hiddenTags.includes(key)),
      ...Object.entries(change.tags),
    ]),
    hidden: [...new Set([...hidden, ...change.hiddenTags])]
      .filter((key) => !Object.hasOwn(change.tags, key))
      .sort(),
    known: withKeys(known, [...Object.keys(change.tags), ...change.hiddenTags]),
  };
}

function without(state: TagState, { tags, keys }: TagChange): TagState {
  const gone = new Set(keys.filter((key) => isUnconditional(tags, key) || tagOf(state, key) === tags[key]));
  return {
    tags: only(state, (key) => !gone.has(key)),
    hidden: state.hidden.filter((key) => !gone.has(key)),
    known: withKeys(state.known, [...gone]),
  };
}

/** A removal that names no value and one that names an empty one are not told apart; nearly all are the former. */
function isUnconditional(tags: TagChange["tags"], key: string): boolean {
  return !Object.hasOwn(tags, key) || tags[key] === "";
}

function withKeys(known: TagState["known"], keys: readonly string[]): TagState["known"] {
  return known === "all" ? known : new Set([...known, ...keys]);
}

function only({ tags }: TagState, keep: (key: string) => boolean): TagState["tags"] {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => keep(key)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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

function withTags(state: TagState, change: TagChange): TagState {
  const hides = state.hidden.length > 0 || change.hiddenTags.length > 0;
  return {
    tags: tagsWith(state, change),
    hidden: hides ? hiddenWith(state, change) : state.hidden,
    known: withKeys(state.known, Object.keys(change.tags), change.hiddenTags),
  };
}

function tagsWith({ tags }: TagState, change: TagChange): TagState["tags"] {
  const before = Object.entries(tags);
  if (before.length === 0) return change.tags;
  // Pairs and not members, so that a key called __proto__ is one like any other.
  return Object.fromEntries([
    ...before.filter(([key]) => !change.hiddenTags.includes(key)),
    ...Object.entries(change.tags),
  ]);
}

function hiddenWith({ hidden }: TagState, { tags, hiddenTags }: TagChange): readonly string[] {
  return [...new Set([...hidden, ...hiddenTags])].filter((key) => !Object.hasOwn(tags, key)).sort();
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

function withKeys(
  known: TagState["known"],
  keys: readonly string[],
  more: readonly string[] = [],
): TagState["known"] {
  if (known === "all") return known;
  const all = new Set(known);
  for (const key of keys) all.add(key);
  for (const key of more) all.add(key);
  return all;
}

function only({ tags }: TagState, keep: (key: string) => boolean): TagState["tags"] {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => keep(key)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { TagMap } from "../../catalog/tags.ts";
import { isHidden, type TagState, tagOf } from "../tag-state.ts";
import { replay, type TagChange } from "../verdict/replay.ts";
import { type Life, SETTLING, type TagRead } from "./life.ts";

/** The tags of a resource from an instant on. */
export type Stage = { readonly since: number; readonly state: TagState };

type WholeRead = { readonly at: number; readonly tags: TagMap };

/** Something that tells of tags: a change, or a look at all of them. */
type Told = { readonly since: number } & ({ readonly change: TagChange } | { readonly read: WholeRead });

/**
 * The tags of a life from its beginning on, one stage after each thing that was told, in the order of time.
 *
 * A look shows what was there some time before it, for reads lag. It counts from {@link SETTLING} before, and what a
 * call is known to have changed since then is not taken from it.
 *
 * @example courseOf(life).at(-1)?.state.tags // { "ml-team": "vision" }
 */
export function courseOf(life: Life): Stage[] {
  const stages: Stage[] = [{ since: life.created, state: life.start }];
  let state = life.start;
  for (const told of inOrder(life)) {
    const before = state;
    state =
      "change" in told
        ? replay(state, [told.change])
        : seen(state, told.read, touchedBefore(life, told.read));
    // A look that shows what was known begins nothing.
    if ("change" in told || !isSame(before, state)) stages.push({ since: told.since, state });
  }
  return stages;
}

function isSame(a: TagState, b: TagState): boolean {
  const keys = Object.keys(a.tags);
  return (
    a.known === b.known &&
    a.hidden.length + b.hidden.length === 0 &&
    keys.length === Object.keys(b.tags).length &&
    keys.every((key) => tagOf(a, key) === tagOf(b, key))
  );
}

/** The looks that say something about a life: those in its time, when what was there before can no longer be seen. */
export function readsOf({ reads, created, ended, start }: Life): TagRead[] {
  const isNew = start.known === "all";
  return reads.filter(({ at }) => (isNew ? created + SETTLING : created) <= at && at < ended);
}

function inOrder(life: Life): Told[] {
  const changes = life.changes.map((change) => ({ since: change.at, change }));
  const reads = readsOf(life).flatMap(({ at, tags }) =>
    tags === null ? [] : [{ since: Math.max(life.created, at - SETTLING), read: { at, tags } }],
  );
  // Of one moment, the change comes last: it is the surer.
  return [...reads, ...changes].sort((a, b) => a.since - b.since);
}

/** The keys that calls changed shortly before a look, or everything. */
function touchedBefore({ changes }: Life, { at }: WholeRead): ReadonlySet<string> | "all" {
  const keys = new Set<string>();
  for (const change of changes) {
    if (change.at < at - SETTLING || change.at > at) continue;
    if (change.change === "replace" || change.hiddenTags.includes("*")) return "all";
    for (const key of [...Object.keys(change.tags), ...change.keys, ...change.hiddenTags]) keys.add(key);
  }
  return keys;
}

function seen(state: TagState, { tags }: WholeRead, touched: ReadonlySet<string> | "all"): TagState {
  if (touched === "all") return state;
  const kept = [...touched];
  return {
    tags: Object.fromEntries([
      ...Object.entries(tags).filter(([key]) => !touched.has(key)),
      ...kept.flatMap((key) => {
        const value = tagOf(state, key);
        return value === undefined ? [] : [[key, value] as const];
      }),
    ]),
    hidden: kept.filter((key) => isHidden(state, key)),
    known: "all",
  };
}

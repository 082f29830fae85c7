import type { TagMap } from "../catalog/tags.ts";

/** What is known of a resource's tags at one moment. */
export type TagState = {
  readonly tags: TagMap;
  /** Keys that carry values which the log hides; `*` where it may be any. */
  readonly hidden: readonly string[];
  /** The keys of which it is known whether they are there; of a resource that was seen from its creation all are. */
  readonly known: "all" | ReadonlySet<string>;
};

/**
 * The value of a tag, or undefined where the resource has no such tag.
 *
 * @example tagOf({ tags: { team: "vision" }, hidden: [], known: "all" }, "team") // "vision"
 */
export function tagOf({ tags }: Pick<TagState, "tags">, key: string): string | undefined {
  const value = tags[key];
  // A tag may be called constructor; of most keys there is nothing, which is quicker to see.
  return value !== undefined && Object.hasOwn(tags, key) ? value : undefined;
}

/** Says whether the log hides the value that a key carries, if it carries any. */
export function isHidden({ hidden }: Pick<TagState, "hidden">, key: string): boolean {
  return hidden.length > 0 && (hidden.includes(key) || hidden.includes("*"));
}

/** Says whether it is known that a key is there, or that it is not. */
export function isKnown(state: TagState, key: string): boolean {
  return (state.known === "all" || state.known.has(key)) && !isHidden(state, key);
}

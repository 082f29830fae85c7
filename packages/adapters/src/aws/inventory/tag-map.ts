import type { TagMap } from "@tagledger/core/catalog/tags";

/** A tag as services write it; one that is half there is none. */
export interface AwsTag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/**
 * Tags as most services list them; those that answer with a map need no more than `?? {}`.
 *
 * @example tagMap([{ Key: "ml-team", Value: "vision" }]) // { "ml-team": "vision" }
 */
export function tagMap(tags: readonly AwsTag[] | undefined): TagMap {
  const pairs = (tags ?? []).flatMap((tag): [string, string][] => {
    const key = tag.Key ?? tag.key;
    return key === undefined ? [] : [[key, tag.Value ?? tag.value ?? ""]];
  });
  return Object.fromEntries(pairs);
}

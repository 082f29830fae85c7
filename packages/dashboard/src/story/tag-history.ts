import type { IncarnationView } from "@tagledger/core/ledger/view/story";

type DatedTag = IncarnationView["tags"][number];

/** All that a tag key has been, the oldest first. */
export interface TagHistory {
  readonly key: string;
  readonly values: readonly DatedTag[];
}

/** Gathers tags by key, keys in the order in which they came; what is last of a key is what it is now. */
export function tagHistories(tags: readonly DatedTag[]): readonly TagHistory[] {
  const byKey = new Map<string, DatedTag[]>();
  for (const tag of tags) {
    const known = byKey.get(tag.key);
    if (known === undefined) byKey.set(tag.key, [tag]);
    else known.push(tag);
  }
  return [...byKey].map(([key, values]) => ({ key, values }));
}

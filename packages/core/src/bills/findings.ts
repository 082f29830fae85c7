import type { Config } from "../config/definition.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";
import { collapsedKeys } from "./collapsed-keys.ts";
import type { IngestFinding } from "./finding.ts";
import type { RequiredKeys } from "./required-keys.ts";

/** A tag key and whether bills show it. */
export interface CostAllocationTag {
  readonly key: string;
  readonly active: boolean;
}

/** What is known of the tags of a bill. */
export interface BillTags {
  /** The tag keys that the bill holds, as it spells them. */
  readonly tagNames: readonly string[];
  /** What was seen on its charges. */
  readonly required: RequiredKeys;
  /** Null where nobody could list them. */
  readonly costAllocationTags: readonly CostAllocationTag[] | null;
}

/** What is odd about the tags of a bill: required ones that stand nowhere, and several that exports write as one. */
export function findingsOf(
  config: Config,
  { tagNames, required, costAllocationTags }: BillTags,
): IngestFinding[] {
  const active = (costAllocationTags ?? []).filter((tag) => tag.active).map(({ key }) => key);
  // Cost allocation tags are named as they are on resources.
  const isActive = (key: string) =>
    costAllocationTags === null ? null : active.includes(key.replace(/^user[:_]/, ""));
  const exact = [...schemaKeys(config), ...active];
  return [
    ...required.empty(tagNames).map((key): IngestFinding => {
      return { kind: "empty-key", key, active: isActive(key) };
    }),
    ...collapsedKeys({ bill: tagNames, exact }).map(
      (each): IngestFinding => ({ kind: "collapsed-keys", ...each }),
    ),
  ];
}

/** The keys of the schema; where rules spell one in several ways, the schema's own spelling. */
function schemaKeys({ tags, dimensions }: Config): string[] {
  const own = Object.keys(tags);
  const known = new Set(own.map(comparableTagKey));
  const others = Object.values(dimensions).flatMap((keys) => keys ?? []);
  return [...own, ...others.filter((key) => !known.has(comparableTagKey(key)))];
}

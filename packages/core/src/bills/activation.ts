import type { Config } from "../config/definition.ts";
import { comparableTagKey } from "../config/reading/tag-key.ts";
import type { CostAllocationTag } from "./findings.ts";

/** How a tag key of the schema stands with billing. */
export interface KeyActivation {
  readonly key: string;
  /** Whether resources must have it, some or all. */
  readonly required: boolean;
  /** `unseen`: no resource that costs something had it yet, so that it cannot be activated. */
  readonly status: "active" | "inactive" | "unseen";
  /** Other active keys that exports to Parquet write as this one. */
  readonly collapsesWith: readonly string[];
}

/** How the tag keys that a configuration reads stand with billing: required ones first, then by key. */
export function keyActivations(config: Config, known: readonly CostAllocationTag[]): KeyActivation[] {
  const keys = new Set([
    ...Object.keys(config.tags),
    ...Object.values(config.dimensions).flatMap((of) => of ?? []),
    ...config.pools.flatMap(({ match }) => Object.keys(match?.tags ?? {})),
    ...config.assign.flatMap(({ match }) => Object.keys(match.tags ?? {})),
  ]);
  const byKey = new Map(known.map((tag) => [tag.key, tag]));
  return [...keys]
    .filter((key) => !key.startsWith("aws:"))
    .map((key): KeyActivation => {
      const tag = byKey.get(key);
      const alike = (other: CostAllocationTag) =>
        other.active && other.key !== key && comparableTagKey(other.key) === comparableTagKey(key);
      return {
        key,
        required: config.tags[key] !== undefined && config.tags[key].required !== false,
        status: tag === undefined ? "unseen" : tag.active ? "active" : "inactive",
        collapsesWith: known
          .filter(alike)
          .map((other) => other.key)
          .sort(),
      };
    })
    .sort((a, b) => Number(b.required) - Number(a.required) || (a.key < b.key ? -1 : 1));
}

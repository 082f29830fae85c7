import { comparableTagKey } from "../config/reading/tag-key.ts";

/** Where tag keys are named. */
export interface NamedKeys {
  /** Those that a bill holds, as it spells them: exports to Parquet write all but letters and digits as `_`. */
  readonly bill: readonly string[];
  /** Those that are spelt as they are: of the schema, of cost allocation tags. */
  readonly exact: readonly string[];
}

/** Several tag keys that exports to Parquet write as one. */
export interface CollapsedKeys {
  /** As these exports write them. */
  readonly key: string;
  readonly keys: readonly string[];
  /** Whether the bill at hand writes keys as they are, so that they are one to rules alone. */
  readonly apart?: true;
}

/**
 * The tag keys that are different keys on resources and become one in exports to Parquet, ordered by what they become.
 *
 * @example collapsedKeys({ bill: [], exact: ["ml-team", "ml.team"] }) // [{ key: "ml_team", keys: ["ml-team", "ml.team"] }]
 */
export function collapsedKeys({ bill, exact }: NamedKeys): CollapsedKeys[] {
  const inBill = gathered(bill);
  const all = gathered([...bill, ...exact]);
  const exactly = new Set(exact.map(withoutUser));
  const isApart = bill.some(isExact);
  return [...all]
    .map(([key, keys]) => {
      // A name that may be what an export made of another is no other key by itself.
      const isMade = !exactly.has(key) && (inBill.get(key)?.size ?? 0) < 2;
      const several = [...keys].filter((each) => each !== key || !isMade).sort();
      return { key, keys: several, ...(isApart && { apart: true as const }) };
    })
    .filter(({ keys }) => keys.length > 1)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

function gathered(names: readonly string[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const name of names) {
    const key = comparableTagKey(name);
    keys.set(key, (keys.get(key) ?? new Set()).add(withoutUser(name)));
  }
  return keys;
}

/** Whether a name holds what exports to Parquet write as `_`; `user:team` tells of the others beside it as well. */
function isExact(name: string): boolean {
  return /[^\p{L}\p{N}_]/u.test(name);
}

function withoutUser(name: string): string {
  return name.replace(/^user[:_]/, "");
}

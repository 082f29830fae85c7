import type { ItemKey } from "../ledger/items.ts";
import { between, find, insert, remove, type Slice, type Sorted } from "./sorted.ts";

/** Values in the order of their sort keys, by partition. */
export interface Partitions<T> {
  get(key: ItemKey): T | undefined;
  put(key: ItemKey, value: T): void;
  remove(key: ItemKey): void;
  between(partition: string, slice: Slice): readonly T[];
  all(): readonly T[];
}

/** No partitions at first; one that becomes empty is gone. */
export function partitions<T>(): Partitions<T> {
  const byName = new Map<string, Sorted<T>>();
  return {
    get({ partition, sort }) {
      const found = byName.get(partition);
      return found === undefined ? undefined : find(found, sort);
    },
    put({ partition, sort }, value) {
      const known = byName.get(partition) ?? { keys: [], values: [] };
      byName.set(partition, known);
      insert(known, sort, value);
    },
    remove({ partition, sort }) {
      const found = byName.get(partition);
      if (found === undefined) return;
      remove(found, sort);
      if (found.keys.length === 0) byName.delete(partition);
    },
    between(partition, slice) {
      const found = byName.get(partition);
      return found === undefined ? [] : between(found, slice);
    },
    all: () => [...byName.values()].flatMap(({ values }) => values),
  };
}

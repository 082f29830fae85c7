import type { Change, ItemStore, Stretch } from "@tagledger/adapters/ledger/items";

/** What somebody who watches a store is told; each may let it wait, or throw in its place. */
export interface Watch {
  /** Before an item is read, or several. */
  readonly reading?: () => Promise<void>;
  /** Before changes are made; `null` after they were. */
  readonly writing?: (changes: readonly Change[] | null) => Promise<void>;
}

/** A store that somebody watches. */
export function watched(store: ItemStore, { reading, writing }: Watch): ItemStore {
  return {
    ...store,
    async get(key) {
      await reading?.();
      return store.get(key);
    },
    async query(stretch) {
      await reading?.();
      return store.query(stretch);
    },
    async write(changes) {
      await writing?.(changes);
      const refused = await store.write(changes);
      await writing?.(null);
      return refused;
    },
  };
}

/** A store that reads item by item, as DynamoDB may where others write meanwhile. */
export function itemByItem(store: ItemStore): ItemStore {
  return {
    ...store,
    async query(stretch) {
      const found = await store.query({ ...stretch, limit: 1 });
      let [last] = found;
      const all = [...found];
      while (last !== undefined) {
        const more = await store.query({ ...following(stretch, last.place), limit: 2 });
        const place: string = last.place;
        last = more.find((item) => item.place !== place);
        if (last !== undefined) all.push(last);
      }
      return all;
    },
  };
}

function following(stretch: Stretch, place: string): Stretch {
  return stretch.descending ? { ...stretch, to: place } : { ...stretch, from: place };
}

/** What was written to a store, in its order. */
export async function writesOf(
  store: ItemStore,
  act: (store: ItemStore) => Promise<unknown>,
): Promise<(readonly Change[])[]> {
  const writes: (readonly Change[])[] = [];
  const writing = async (changes: readonly Change[] | null) => void (changes && writes.push(changes));
  await act(watched(store, { writing }));
  return writes;
}

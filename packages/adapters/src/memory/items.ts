import {
  changedKey,
  type FoundItem,
  holds,
  INDEXES,
  type IndexName,
  type Item,
  type ItemKey,
  type ItemStore,
} from "../ledger/items.ts";
import { type Partitions, partitions } from "./partitions.ts";

/** Items in memory, gone with the process. */
export function memoryItems(): ItemStore {
  const items = partitions<Item>();
  const indexes: Readonly<Record<IndexName, Partitions<Item>>> = {
    team: partitions(),
    list: partitions(),
    people: partitions(),
    due: partitions(),
  };
  let closed = false;

  const open = (): void => {
    if (closed) throw new Error("the ledger is closed");
  };

  const remove = (key: ItemKey): void => {
    const old = items.get(key);
    if (old === undefined) return;
    items.remove(key);
    for (const [name, place] of indexKeys(old)) indexes[name].remove(place);
  };

  const put = (item: Item): void => {
    remove(item);
    const kept = { ...item, body: copyOf(item.body) };
    items.put(item, kept);
    for (const [name, key] of indexKeys(item)) indexes[name].put(key, kept);
  };

  return {
    async get(key) {
      open();
      const item = items.get(key);
      return item === undefined ? null : foundIn(item);
    },
    async query({ index, partition, ...slice }) {
      open();
      const order = index === undefined ? items : indexes[index];
      return order.between(partition, slice).map((item) => foundIn(item, index));
    },
    async write(changes) {
      open();
      const refused = changes.flatMap((change, place) =>
        "remove" in change || holds(change.when, items.get(changedKey(change))?.version ?? 0) ? [] : [place],
      );
      if (refused.length > 0) return refused;
      for (const change of changes) {
        if ("remove" in change) remove(change.remove);
        else if ("item" in change) put(change.item);
      }
      return [];
    },
    async clean(expiredBy) {
      open();
      const expired = items.all().filter(({ expires = Number.POSITIVE_INFINITY }) => expires <= expiredBy);
      for (const item of expired) remove(item);
      return expired.length;
    },
    async close() {
      closed = true;
    },
  };
}

function indexKeys({ indexes = {} }: Item): (readonly [IndexName, ItemKey])[] {
  return INDEXES.flatMap((name) => {
    const key = indexes[name];
    return key === undefined ? [] : [[name, key] as const];
  });
}

function foundIn(item: Item, index?: IndexName): FoundItem {
  const { partition, sort, version, body } = item;
  const place = index === undefined ? sort : (item.indexes?.[index]?.sort ?? sort);
  return { partition, sort, version, body: copyOf(body), place };
}

/** Bytes can be changed by whoever holds them. */
function copyOf(body: string | Uint8Array): string | Uint8Array {
  return typeof body === "string" ? body : body.slice();
}

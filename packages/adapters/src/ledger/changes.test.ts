import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { memoryItems } from "../memory/items.ts";
import { sqliteItems } from "../sqlite/items.ts";
import { migrate } from "../sqlite/schema.ts";
import type { Item, ItemStore } from "./items.ts";
import { WHOLE } from "./keys.ts";

const PLACE = { partition: "p", sort: "s" };
const INDEXED: Item = {
  ...PLACE,
  version: 1,
  body: "text",
  indexes: { list: { partition: "l", sort: "1" }, due: { partition: "d", sort: "2" } },
};

const STORES: readonly (readonly [string, () => ItemStore])[] = [
  ["memory", memoryItems],
  [
    "SQLite",
    () => {
      const database = new DatabaseSync(":memory:");
      migrate(database, ":memory:");
      return sqliteItems(database, ":memory:");
    },
  ],
];

describe.each(STORES)("changes in %s", (_name, make) => {
  const filled = async () => {
    const store = make();
    await store.write([{ item: INDEXED }]);
    return store;
  };
  const countOf = async (store: ItemStore) => {
    const found = [
      await store.query({ partition: "p", ...WHOLE }),
      await store.query({ index: "list", partition: "l", ...WHOLE }),
      await store.query({ index: "due", partition: "d", ...WHOLE }),
    ];
    return found.map(({ length }) => length);
  };

  test("remove one item from all orders", async () => {
    const store = await filled();
    expect(await countOf(store)).toEqual([1, 1, 1]);
    expect(await store.write([{ remove: PLACE }])).toEqual([]);
    expect(await store.get(PLACE)).toBeNull();
    expect(await countOf(store)).toEqual([0, 0, 0]);
  });

  test("remove nothing where there is nothing", async () => {
    expect(await make().write([{ remove: PLACE }])).toEqual([]);
  });

  test("remove nothing where a condition beside it does not hold", async () => {
    const store = await filled();
    const item = { ...INDEXED, sort: "other" };
    expect(await store.write([{ remove: PLACE }, { item, when: { version: 3 } }])).toEqual([1]);
    expect(await countOf(store)).toEqual([1, 1, 1]);
  });

  test("take an item from an order that it no longer stands in", async () => {
    const store = await filled();
    const { indexes: _indexes, ...item } = INDEXED;
    await store.write([{ item }]);
    expect(await countOf(store)).toEqual([1, 0, 0]);
  });
});

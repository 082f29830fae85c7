import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { sqliteItems } from "./items.ts";
import { SharedWrites } from "./shared-writes.ts";

const item = (sort: string, version: number, body = "") => ({ partition: "p", sort, version, body });

test("writes of one turn are made at once, those that are asked for meanwhile in the next", async () => {
  const made: number[] = [];
  const shared = new SharedWrites((writes) => {
    made.push(writes.length);
    return writes.map(() => []);
  });
  await Promise.all([shared.write([]), shared.write([]).then(() => shared.write([]))]);
  expect(made).toEqual([2, 1]);
});

test("each of the writes of one turn sees those before it, and is refused alone", async () => {
  const store = sqliteItems(openDatabase(":memory:"), "here");
  const refused = await Promise.all([
    store.write([{ item: item("a", 1), when: { version: 0 } }]),
    store.write([{ item: item("b", 1) }, { item: item("a", 2), when: { version: 0 } }]),
    store.write([{ item: item("a", 2, "last"), when: { version: 1 } }]),
  ]);
  expect(refused).toEqual([[], [1], []]);
  expect(await store.get({ partition: "p", sort: "a" })).toMatchObject({ version: 2, body: "last" });
  expect(await store.get({ partition: "p", sort: "b" })).toBeNull();
  await store.close();
});

test("all who wait are told what went wrong", async () => {
  const shared = new SharedWrites(() => {
    throw new Error("the disk is full");
  });
  const told = await Promise.allSettled([shared.write([]), shared.write([])]);
  expect(told.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

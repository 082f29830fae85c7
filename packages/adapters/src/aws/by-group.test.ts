import { expect, test } from "vitest";
import { byGroup } from "./by-group.ts";

test("what came of items is in their order, and what a group leaves out is otherwise", async () => {
  const act = async (group: readonly string[], length: number) =>
    length === 3 ? [null] : group.map((text) => ({ text }));
  const found = await byGroup(["a", "bcd", "e", "fgh"], (text) => text.length, act, { text: "none" });
  expect(found).toEqual([{ text: "a" }, null, { text: "e" }, { text: "none" }]);
});

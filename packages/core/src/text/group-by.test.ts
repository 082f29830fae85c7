import { expect, test } from "vitest";
import { groupBy } from "./group-by.ts";

test("groups keep the order in which their items come", () => {
  expect([...groupBy(["b", "aa", "c", "dd"], (text) => text.length)]).toEqual([
    [1, ["b", "c"]],
    [2, ["aa", "dd"]],
  ]);
  expect(groupBy([], () => 1).size).toBe(0);
});

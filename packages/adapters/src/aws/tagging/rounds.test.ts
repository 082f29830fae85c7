import { expect, test } from "vitest";
import { rounds } from "./rounds.ts";

test("a name is in each round once, and keeps its order", () => {
  const named = (item: string) => item.charAt(0);
  expect(rounds(["a1", "b1", "a2", "a3", "b2", "c1"], named)).toEqual([
    ["a1", "b1", "c1"],
    ["a2", "b2"],
    ["a3"],
  ]);
  expect(rounds([], named)).toEqual([]);
});

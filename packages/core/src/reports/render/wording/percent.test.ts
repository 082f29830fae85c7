import { expect, test } from "vitest";
import { percent } from "./percent.ts";

test.each([
  [1n, 3n, "33.3%"],
  [2n, 3n, "66.7%"],
  [1n, 2000n, "0.1%"],
  [1n, 2001n, "<0.1%"],
  [-1n, 100_000n, ">-0.1%"],
  [-1n, 4n, "-25.0%"],
  [-1n, -4n, "25.0%"],
  [0n, 7n, "0.0%"],
  [3n, 2n, "150.0%"],
  [5n, 0n, "–"],
])("%i of %i is %s", (part, whole, expected) => {
  expect(percent(part, whole)).toBe(expected);
});

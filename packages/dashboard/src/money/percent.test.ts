import { expect, test } from "vitest";
import { percent } from "./percent.ts";

test.each([
  [1n, 3n, "33.3%"],
  [2n, 3n, "66.7%"],
  [-1n, 2n, "-50.0%"],
  [1n, 100_000n, "<0.1%"],
  [-1n, 100_000n, ">-0.1%"],
  [0n, 5n, "0.0%"],
  [5n, 0n, "–"],
])("%s of %s is %s", (part, whole, words) => {
  expect(percent(part, whole)).toBe(words);
});

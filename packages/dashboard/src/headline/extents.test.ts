import { expect, test } from "vitest";
import { extents } from "./extents.ts";

test("costs lie side by side, and credits have no length", () => {
  expect(extents([1n, -5n, 3n])).toEqual([2500, 0, 7500]);
  expect(extents([1n, 1n, 1n]).reduce((sum, length) => sum + length)).toBe(10_000);
  expect(extents([0n, -1n])).toEqual([0, 0]);
});

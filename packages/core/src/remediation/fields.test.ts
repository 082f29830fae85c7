import { expect, test } from "vitest";
import { holdsAll, isSameValue } from "./fields.ts";

test("the order of members does not tell values apart, that of lists does", () => {
  expect(isSameValue({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 })).toBe(true);
  expect(isSameValue([1, 2], [2, 1])).toBe(false);
  expect(isSameValue("1", 1)).toBe(false);
  expect(isSameValue(undefined, undefined)).toBe(false);
});

test("fields hold others where they say the same of all that these name", () => {
  expect(holdsAll({ running: false, more: 1 }, { running: false })).toBe(true);
  expect(holdsAll({ more: 1 }, { running: false })).toBe(false);
});

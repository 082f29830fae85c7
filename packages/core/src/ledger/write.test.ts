import { expect, test } from "vitest";
import { claim, makeCreated, makeInput, makeTagged, recorded } from "./testing/records.ts";
import { itemCount } from "./write.ts";

test("counts an item for each event and input", () => {
  expect(itemCount([claim("a"), claim("b"), { kind: "input", input: makeInput() }])).toBe(3);
});

test("counts the facts and incarnations of a history, and its version", () => {
  expect(itemCount([recorded({}, { facts: [makeCreated(), makeTagged()] })])).toBe(4);
});

test("counts nothing in nothing", () => {
  expect(itemCount([])).toBe(0);
});

import { expect, test } from "vitest";
import { parseAmount } from "../../../costs/money.ts";
import { axisOf, bar } from "./bar.ts";
import { write } from "./markup.ts";
import type { Segment } from "./segments.ts";

function segment(words: string, amount: string): Segment {
  return { label: { kind: "words", words }, amount: parseAmount(amount), look: "plain" };
}

/** The extents of a bar's parts in percent, by name. */
function extentsOf(segments: readonly Segment[], all: readonly (readonly Segment[])[] = [segments]) {
  const markup = write(bar("bar", segments, axisOf(all), "USD"));
  return [...markup.matchAll(/left:([\d.]+)%;width:([\d.]+)%" title="(\w+)/g)].map(
    ([, left, width, name]) => [name, Number(left), Number(width)],
  );
}

test("parts stand side by side in proportion to money", () => {
  expect(extentsOf([segment("a", "3"), segment("b", "1")])).toEqual([
    ["a", 0, 75],
    ["b", 75, 25],
  ]);
});

test("all bars have one scale", () => {
  const [big, small] = [[segment("a", "10")], [segment("b", "1")]];
  expect(extentsOf(small, [big, small])).toEqual([["b", 0, 10]]);
});

test("credits stand left of the axis, costs right of it", () => {
  const other = [segment("x", "-4")];
  const mixed = [segment("a", "6"), segment("b", "-2"), segment("c", "-1")];
  expect(extentsOf(mixed, [mixed, other])).toEqual([
    ["c", 10, 10],
    ["b", 20, 20],
    ["a", 40, 60],
  ]);
});

test("a bar without money is named and empty", () => {
  expect(write(bar("fraud by project", [], axisOf([[]]), "USD"))).toContain(
    'aria-label="fraud by project: nothing"',
  );
});

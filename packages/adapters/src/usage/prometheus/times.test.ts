import fc from "fast-check";
import { expect, it } from "vitest";
import { countOf, halvesOf, isAmong, type Times } from "./times.ts";

function instantsOf({ first, last, step }: Times): number[] {
  const all: number[] = [];
  for (let at = first; at <= last; at += step) all.push(at);
  return all;
}

it("halves hold every instant once, and neither is empty", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 1, max: 9 }), (count, step) => {
      const times = { first: 1_000, last: 1_000 + (count - 1) * step, step };
      const [before, after] = halvesOf(times);
      expect([...instantsOf(before), ...instantsOf(after)]).toEqual(instantsOf(times));
      expect([countOf(before), countOf(after)]).toEqual([Math.ceil(count / 2), Math.floor(count / 2)]);
    }),
  );
});

it("an instant between two, before or after them is not among them", () => {
  const times = { first: 10, last: 30, step: 10 };
  expect([0, 10, 15, 20, 30, 40].filter((at) => isAmong(times, at))).toEqual([10, 20, 30]);
});

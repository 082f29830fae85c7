import { expect, it } from "vitest";
import { createRandom, HEX } from "./random.ts";

const draw = (seed: string) => createRandom(seed).text(40, HEX);

it("gives the same values for the same seed, and others for another", () => {
  expect(draw("1")).toBe("3dc410a2adda7ae9ef3eb1a0bff867ccc6f5f915");
  expect(draw("2")).not.toBe(draw("1"));
});

it("gives a fork the same values whatever was drawn before", () => {
  const random = createRandom("1");
  const before = random.fork("jobs").text(20, HEX);
  random.integer(0, 100);
  expect(random.fork("jobs").text(20, HEX)).toBe(before);
  expect(random.fork("nodes").text(20, HEX)).not.toBe(before);
});

it("draws every value of a range and none beside it", () => {
  const random = createRandom("range");
  const drawn = new Set(Array.from({ length: 1000 }, () => random.integer(-2, 2)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  expect(() => random.pick([])).toThrow(RangeError);
});

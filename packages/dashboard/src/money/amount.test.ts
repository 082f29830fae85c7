import { expect, test } from "vitest";
import { formatAmount, largestFirst, parseAmount, sum } from "./amount.ts";

const EXACT = ["0", "1", "-1.5", "892103.3264076785", "0.000000000000000000000001", `-${"9".repeat(30)}.5`];

test.each(EXACT)("%s is read and written without losing a digit", (text) => {
  expect(formatAmount(parseAmount(text))).toBe(text);
});

test.each(["", "1e3", "NaN", ".5", "1.", "1,000", " 1", "0.0000000000000000000000001"])(
  "%j is refused",
  (text) => {
    expect(() => parseAmount(text)).toThrow(`"${text}" is not an exact amount`);
  },
);

test("amounts that no float can hold add up", () => {
  expect(formatAmount(sum(["0.1", "0.2", "9007199254740993"].map(parseAmount)))).toBe("9007199254740993.3");
});

test("the largest comes first, and equals keep their order", () => {
  const items = [["a", 1n] as const, ["b", 3n] as const, ["c", 1n] as const];
  expect([...items].sort(largestFirst(([, amount]) => amount)).map(([name]) => name)).toEqual([
    "b",
    "a",
    "c",
  ]);
});

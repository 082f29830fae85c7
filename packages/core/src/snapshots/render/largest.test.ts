import { expect, test } from "vitest";
import { largest, MOST_ROWS } from "./largest.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => BigInt(index));

test("the largest are named in their order, whatever their sign, and the rest is left", () => {
  const rows = [-100n, ...numbers(MOST_ROWS + 4)];
  const { named, rest } = largest(rows, (row) => row);
  expect(named).toEqual([-100n, ...numbers(MOST_ROWS + 4).slice(5)]);
  expect(rest).toEqual([0n, 1n, 2n, 3n, 4n]);
});

test("one row more is named too, as a rest of one would take its line", () => {
  expect(largest(numbers(MOST_ROWS + 1), (row) => row).rest).toEqual([]);
  expect(largest(numbers(MOST_ROWS + 2), (row) => row).rest).toHaveLength(2);
});

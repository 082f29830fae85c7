import { expect, test } from "vitest";
import { piecesOf } from "./ranges.ts";

const KB = 1024;
const MB = 1024 * KB;

test("ranges that touch or overlap are one, in whatever order", () => {
  const ranges = [
    { start: 50, end: 60 },
    { start: 0, end: 20 },
    { start: 10, end: 50 },
  ];
  expect(piecesOf(ranges, 60)).toEqual([{ start: 0, end: 60 }]);
  expect(piecesOf([], 60)).toEqual([]);
});

test("what lies close is asked for together as long as little is fetched in vain", () => {
  const near = [
    { start: 0, end: MB },
    { start: MB + 200 * KB, end: 2 * MB },
  ];
  expect(piecesOf(near, 100 * MB)).toEqual([{ start: 0, end: 2 * MB }]);
  expect(piecesOf(near, 2 * MB)).toEqual(near);
  const far = [near[0], { start: MB + 257 * KB, end: 2 * MB }].filter((each) => each !== undefined);
  expect(piecesOf(far, 100 * MB)).toEqual(far);
});

test("many small columns do not add up to the whole", () => {
  const ranges = Array.from({ length: 1000 }, (_, index) => ({
    start: index * 100 * KB,
    end: (index * 100 + 10) * KB,
  }));
  const fetched = piecesOf(ranges, 100_000 * KB).reduce((sum, { start, end }) => sum + end - start, 0);
  expect(fetched).toBeLessThanOrEqual(15_000 * KB);
});

test("a long range comes in pieces without gaps", () => {
  const pieces = piecesOf([{ start: 5, end: 5 + 20 * MB }], 30 * MB);
  expect(pieces.map(({ start, end }) => end - start)).toEqual([8 * MB, 8 * MB, 4 * MB]);
  expect(pieces.slice(1).map(({ start }) => start)).toEqual(pieces.slice(0, -1).map(({ end }) => end));
});

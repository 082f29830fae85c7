import type { DayCell } from "@tagledger/core/bills/day";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packCells, unpackCells } from "./pack-cells.ts";

const name = fc.oneof(
  fc.constantFrom("", "vision", "search", "\n", "null", "__proto__", "\ud800"),
  fc.string({ unit: "binary" }),
);
const dimension = fc.option(name);
const amount = fc.oneof(
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.tuple(fc.integer(), fc.nat(36)).map(([digits, zeros]) => BigInt(digits) * 10n ** BigInt(zeros)),
  fc.constantFrom(2n ** 53n, 2n ** 53n - 1n, 10n ** 15n - 1n, 10n ** 15n + 1n, 2n ** 48n, 2n ** 96n),
);
const cell: fc.Arbitrary<DayCell> = fc.record({
  leaf: fc.record({
    team: dimension,
    project: dimension,
    workload: dimension,
    environment: dimension,
    experiment: dimension,
  }),
  service: name,
  account: name,
  lines: fc.oneof(fc.nat(300), fc.maxSafeNat()),
  amount,
});

test("cells are read as they were packed, to the last digit", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 50 }), (cells) => {
      expect(unpackCells(packCells(cells))).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});

test("more values of a fact than a byte can number are told apart", () => {
  const leaf = { team: "vision", project: null, workload: null, environment: null, experiment: null };
  const cells = Array.from({ length: 70_000 }, (_, index): DayCell => {
    return { leaf: { ...leaf, experiment: `${index}` }, service: "", account: "", lines: index, amount: 0n };
  });
  const read = unpackCells(packCells(cells));
  expect(read.map(({ leaf: { experiment } }) => experiment)).toEqual(cells.map((_, index) => `${index}`));
  expect(read.map(({ lines }) => lines)).toEqual(cells.map((_, index) => index));
});

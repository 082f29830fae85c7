import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sum } from "../money.ts";
import { Division, type Part } from "./division.ts";
import { divideLarge } from "./large.ts";
import { largest } from "./largest.ts";
import { MOST_WEIGHT } from "./small.ts";

const LARGEST = Number.MAX_SAFE_INTEGER;

/** Weights that the doubles take, the most that they take, and ones that are too large for them. */
const weight = fc.oneof(
  fc.bigInt({ min: 0n, max: 3n }),
  fc.bigInt({ min: 0n, max: 1_000_000n }),
  fc.bigInt({ min: 0n, max: BigInt(MOST_WEIGHT) }),
  fc.bigInt({ min: 0n, max: 10n ** 30n }),
);
const parts = fc.oneof(
  partsOf(fc.bigInt({ min: 0n, max: 3n }), 200),
  partsOf(fc.bigInt({ min: 0n, max: BigInt(MOST_WEIGHT) / 60n }), 60),
  partsOf(weight, 12),
);
const whole = fc.oneof(
  fc.integer({ min: 0, max: 1_000 }),
  fc.integer({ min: 0, max: LARGEST }),
  fc.integer({ min: LARGEST - 1_000, max: LARGEST }),
);

function partsOf(of: fc.Arbitrary<bigint>, maxLength: number): fc.Arbitrary<Part[]> {
  return fc
    .uniqueArray(fc.tuple(fc.string({ maxLength: 3 }), of), {
      selector: ([key]) => key,
      minLength: 1,
      maxLength,
    })
    .map((all) => all.map(([key, each]) => ({ key, weight: each })))
    .filter((all) => all.some((part) => part.weight > 0n));
}

/** By the rule as it is written down: whole parts first, then one each to the largest remainders, ties by key. */
function byTheRule(amount: bigint, all: readonly Part[]): { amounts: bigint[]; units: number[] } {
  const total = sum(all.map((part) => part.weight));
  const floors = all.map((part) => (amount * part.weight) / total);
  const left = Number(amount - sum(floors));
  const order = all
    .map((part, index) => ({ index, key: part.key, remainder: (amount * part.weight) % total }))
    .sort((a, b) =>
      a.remainder === b.remainder ? (a.key < b.key ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
    );
  const given = new Set(order.slice(0, left).map(({ index }) => index));
  const units = all.map((_, index) => (given.has(index) ? 1 : 0));
  return { amounts: floors.map((floor, index) => floor + BigInt(units[index] ?? 0)), units };
}

describe("dividing by weights that were taken once", () => {
  test("comes out as the rule says, however large amounts and weights are", () =>
    fc.assert(
      fc.property(parts, whole, fc.bigInt({ min: 0n, max: 10n ** 40n }), (all, small, large) => {
        const division = new Division(all);
        for (const amount of [BigInt(small), large, BigInt(small)]) {
          const { amounts, units } = division.at(amount, 1n);
          expect({ amounts, units: [...units] }).toEqual(byTheRule(amount, all));
        }
      }),
      { numRuns: 500 },
    ));

  test("comes out the same in doubles as in whole numbers of any size", () =>
    fc.assert(
      fc.property(parts, fc.array(whole, { minLength: 1, maxLength: 5 }), (all, amounts) => {
        const division = new Division(all);
        const into = new Float64Array(amounts.length * all.length + 1).fill(-1);
        for (const [at, amount] of amounts.entries()) division.write(amount, into, at * all.length);
        const expected = amounts.flatMap((amount) => division.at(BigInt(amount), 1n).amounts);
        expect(Array.from(into, BigInt)).toEqual([...expected, -1n]);
        const places = all.map(({ key }) => all.filter((each) => each.key > key).length);
        const total = sum(all.map((part) => part.weight));
        const weights = all.map((part) => part.weight);
        const large = amounts.flatMap((each) => divideLarge(BigInt(each), weights, total, places).shares);
        expect(expected).toEqual(large);
      }),
      { numRuns: 500 },
    ));

  test("tells what rounding gave: whole quanta below the exact share, and one more for some", () =>
    fc.assert(
      fc.property(parts, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (all, quanta) => {
        const total = sum(all.map((part) => part.weight));
        const quantum = 10n ** 4n;
        const { amounts, units } = new Division(all).at(quanta * quantum, quantum);
        const [size, sign] = quanta < 0n ? [-quanta, -1n] : [quanta, 1n];
        for (const [index, part] of all.entries()) {
          const floor = (size * part.weight) / total;
          expect(amounts[index]).toBe((floor + BigInt(units[index] ?? 2)) * quantum * sign);
        }
      }),
    ));
});

test("the least of the largest values is found in whatever order they stand", () =>
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.array(fc.integer(), { maxLength: 3 }),
      (values, pick, beyond) => {
        const wanted = 1 + (pick % values.length);
        const sorted = [...values].sort((a, b) => b - a);
        const found = largest(Float64Array.from([...values, ...beyond]), values.length, wanted);
        expect(found).toBe(sorted[wanted - 1]);
      },
    ),
  ));

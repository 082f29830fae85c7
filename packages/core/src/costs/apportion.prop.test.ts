import {
  assert,
  bigInt,
  constant,
  constantFrom,
  nat,
  property,
  shuffledSubarray,
  string,
  tuple,
  uniqueArray,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion, quantumOf } from "./apportion.ts";
import { minorDigits } from "./currency.ts";
import type { Part } from "./division/division.ts";
import { decimalsOf, SCALE, sum } from "./money.ts";

const amount = tuple(bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), nat(SCALE + 3)).map(
  ([value, zeros]) => value * 10n ** BigInt(zeros),
);
const currency = constantFrom("USD", "JPY", "BHD", "CLF");
const part = tuple(string({ maxLength: 3 }), bigInt({ min: 0n, max: 12n })).map(
  ([key, weight]): Part => ({ key, weight }),
);
const parts = uniqueArray(part, { selector: ({ key }) => key, minLength: 1, maxLength: 12 }).filter((all) =>
  all.some(({ weight }) => weight > 0n),
);

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

describe("dividing an amount", () => {
  test("conserves it", () =>
    assert(
      property(amount, parts, currency, (whole, all, code) => {
        expect(sum(apportion(whole, all, code))).toBe(whole);
      }),
    ));

  test("below zero mirrors the same above", () =>
    assert(
      property(amount, parts, currency, (whole, all, code) => {
        expect(apportion(-whole, all, code)).toEqual(apportion(whole, all, code).map((each) => -each));
      }),
    ));

  test("gives each part the same in whatever order they come", () =>
    assert(
      property(
        amount,
        parts.chain((all) => tuple(shuffledSubarray(all, { minLength: all.length }), constant(all))),
        currency,
        (whole, [shuffled, all], code) => {
          const amounts = apportion(whole, all, code);
          const byKey = new Map(all.map(({ key }, index) => [key, amounts[index]]));
          expect(apportion(whole, shuffled, code)).toEqual(shuffled.map(({ key }) => byKey.get(key)));
        },
      ),
    ));

  test("looks at the proportion of the weights only", () =>
    assert(
      property(amount, parts, currency, bigInt({ min: 1n, max: 10n ** 20n }), (whole, all, code, factor) => {
        const scaled = all.map(({ key, weight }) => ({ key, weight: weight * factor }));
        expect(apportion(whole, scaled, code)).toEqual(apportion(whole, all, code));
      }),
    ));

  test("is never off by a whole quantum from the exact share", () =>
    assert(
      property(amount, parts, currency, (whole, all, code) => {
        const weights = sum(all.map(({ weight }) => weight));
        const quantum = quantumOf(whole, code);
        for (const [index, given] of apportion(whole, all, code).entries()) {
          const off = given * weights - whole * (all[index]?.weight ?? 0n);
          expect(magnitude(off)).toBeLessThan(quantum * weights);
        }
      }),
    ));

  test("hands out whole quanta, of the amount's sign, and none for a weight of 0", () =>
    assert(
      property(amount, parts, currency, (whole, all, code) => {
        for (const [index, given] of apportion(whole, all, code).entries()) {
          expect(given % quantumOf(whole, code)).toBe(0n);
          expect(given * whole).toBeGreaterThanOrEqual(0n);
          if (all[index]?.weight === 0n) expect(given).toBe(0n);
        }
      }),
    ));

  test("never gives more to the lighter part, and of equals to the greater key", () =>
    assert(
      property(amount, parts, currency, (whole, all, code) => {
        const given = apportion(whole, all, code).map(magnitude);
        const ranked = all
          .map((each, index) => ({ ...each, given: given[index] ?? 0n }))
          .sort((a, b) => Number(b.weight - a.weight) || (a.key < b.key ? -1 : 1))
          .map((each) => each.given);
        expect(ranked).toEqual([...ranked].sort((a, b) => Number(b - a)));
      }),
    ));
});

test("the quantum is a minor unit of the currency, or finer where the amount is", () =>
  assert(
    property(amount, currency, (whole, code) => {
      const decimals = Math.max(minorDigits(code), decimalsOf(whole));
      expect(quantumOf(whole, code) * 10n ** BigInt(decimals)).toBe(10n ** BigInt(SCALE));
      expect(whole % quantumOf(whole, code)).toBe(0n);
    }),
  ));

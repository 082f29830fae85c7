import { assert, bigInt, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { add, divide, gcd, lcm, multiply, ONE, type Rational, rational, subtract, ZERO } from "./rational.ts";

const number = bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const notZero = number.filter((value) => value !== 0n);
const fraction = tuple(number, notZero).map(([n, d]) => rational(n, d));

function lowest({ n, d }: Rational): boolean {
  return d > 0n && gcd(n, d) === 1n;
}

describe("fractions", () => {
  test("add and multiply in any order", () =>
    assert(
      property(fraction, fraction, fraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
      }),
    ));

  test("distribute", () =>
    assert(
      property(fraction, fraction, fraction, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
    ));

  test("have 0 and 1, and their inverses", () =>
    assert(
      property(fraction, (a) => {
        expect(add(a, ZERO)).toEqual(a);
        expect(multiply(a, ONE)).toEqual(a);
        expect(subtract(a, a)).toEqual(ZERO);
        if (a.n !== 0n) expect(multiply(a, divide(ONE, a))).toEqual(ONE);
      }),
    ));

  test("subtract and divide back", () =>
    assert(
      property(fraction, fraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    ));

  test("are always in lowest terms, above a positive denominator", () =>
    assert(
      property(fraction, fraction, (a, b) => {
        expect([a, add(a, b), subtract(a, b), multiply(a, b)].every(lowest)).toBe(true);
        if (b.n !== 0n) expect(lowest(divide(a, b))).toBe(true);
      }),
    ));

  test("of whole numbers are whole numbers", () =>
    assert(
      property(number, number, (a, b) => {
        expect(add(rational(a, 1n), rational(b, 1n))).toEqual({ n: a + b, d: 1n });
        expect(multiply(rational(a, 1n), rational(b, 1n))).toEqual({ n: a * b, d: 1n });
      }),
    ));
});

test("the least common multiple is divided by both, and by nothing less", () =>
  assert(
    property(bigInt({ min: 1n, max: 10n ** 12n }), bigInt({ min: 1n, max: 10n ** 12n }), (a, b) => {
      const multiple = lcm(a, b);
      expect([multiple % a, multiple % b]).toEqual([0n, 0n]);
      expect(multiple * gcd(a, b)).toBe(a * b);
    }),
  ));

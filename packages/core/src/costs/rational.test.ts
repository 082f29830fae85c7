import { describe, expect, test } from "vitest";
import { divide, formatRational, gcd, lcm, rational, ZERO } from "./rational.ts";

describe("a fraction", () => {
  test.each([
    [2n, 4n, "1/2"],
    [2n, -4n, "-1/2"],
    [-2n, -4n, "1/2"],
    [0n, -7n, "0/1"],
    [6n, 3n, "2/1"],
  ])("of %i and %i is %s", (n, d, text) => {
    expect(formatRational(rational(n, d))).toBe(text);
  });

  test("of nothing has no value", () => {
    expect(() => rational(1n, 0n)).toThrow(new RangeError("the fraction 1/0 has no value"));
  });

  test("is not divided by zero", () => {
    expect(() => divide(rational(1n, 3n), ZERO)).toThrow(RangeError);
  });
});

test.each([
  [12n, 18n, 6n],
  [-12n, 18n, 6n],
  [0n, 5n, 5n],
  [0n, 0n, 0n],
])("the greatest common divisor of %i and %i is %i", (a, b, divisor) => {
  expect(gcd(a, b)).toBe(divisor);
});

test("the least common multiple of 4 and 6 is 12", () => {
  expect(lcm(4n, 6n)).toBe(12n);
});

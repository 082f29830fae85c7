import { expect, test } from "vitest";
import { amountDigits, amountOf } from "./amount-digits.ts";

test("amounts are kept without the zeros that all have, and not without those that few have by chance", () => {
  expect(amountDigits([-1_500n, 200n])).toEqual({ digits: [15, 2], shapes: [5, 4] });
  const amounts = Array.from({ length: 100 }, (_, index) => BigInt(1_000_000_001 + index) * 10n ** 14n);
  expect(new Set(amountDigits(amounts).shapes)).toEqual(new Set([28]));
});

test("one amount with many places does not lengthen all others", () => {
  const amounts = [1n, ...Array.from({ length: 99 }, () => 5n * 10n ** 20n)];
  const { digits, shapes } = amountDigits(amounts);
  expect(digits).toEqual([1, ...Array.from({ length: 99 }, () => 5)]);
  expect(amounts).toEqual(digits.map((each, index) => amountOf(BigInt(each), shapes[index] ?? 0)));
});

import { expect, test } from "vitest";
import { minorDigits } from "./currency.ts";

test.each([
  ["USD", 2],
  ["EUR", 2],
  ["CNY", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["CLP", 0],
  ["KWD", 3],
  ["TND", 3],
  ["CLF", 4],
  ["XYZ", 2],
  ["", 2],
])("the smallest coin of %j has %i decimals", (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

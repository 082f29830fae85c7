import { expect, test } from "vitest";
import { parseAmount } from "./amount.ts";
import { figure, isRounded } from "./figure.ts";

test.each([
  ["1234.565", "USD", "1,234.57"],
  ["-1234.565", "USD", "-1,234.57"],
  ["-0.001", "USD", "0.00"],
  ["1234567.5", "JPY", "1,234,568"],
  ["0.1234", "KWD", "0.123"],
  ["12345678901234567890.12", "EUR", "12,345,678,901,234,567,890.12"],
])("%s %s reads %s", (amount, currency, read) => {
  expect(figure(parseAmount(amount), currency)).toBe(read);
});

test("a figure says whether it leaves digits away", () => {
  expect(isRounded(parseAmount("1.25"), "USD")).toBe(false);
  expect(isRounded(parseAmount("1.255"), "USD")).toBe(true);
  expect(isRounded(parseAmount("1.5"), "JPY")).toBe(true);
});

import { parseAmount } from "@tagledger/core/costs/money";
import { expect, test } from "vitest";
import { quantityText, sinceWords } from "./words.ts";

const MONTH = { period: "2026-01", currency: "USD" } as const;

test.each([
  ["3412.1", "3,412.10"],
  ["999999.999", "1,000,000.00"],
  ["8510180648", "8.51 billion"],
  ["128266899806010217", "128.27 quadrillion"],
  ["-2500000", "-2.50 million"],
])("%s of something is shown as %s", (quantity, shown) => {
  expect(quantityText({ n: parseAmount(quantity), d: 1n })).toBe(shown);
});

test.each([
  ["110", "100", "+10.00 (+10.0%) against December 2025"],
  ["90", "100", "-10.00 (-10.0%) against December 2025"],
  ["90", "0", "+90.00 (new) against December 2025"],
  ["100.004", "100", "as in December 2025"],
])("%s after %s is %s", (after, before, said) => {
  expect(sinceWords(parseAmount(after), parseAmount(before), MONTH)).toBe(said);
});

test("the difference is that of the figures that are shown", () => {
  const said = sinceWords(parseAmount("99673.145"), parseAmount("99878.924"), MONTH);
  expect(said).toContain("-205.77 ");
});

test("where nothing is known of the month before, that is said", () => {
  expect(sinceWords(parseAmount("90"), null, MONTH)).toBe("nothing of December 2025 to compare it with");
});

import { expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { rational } from "../../costs/rational.ts";
import { alignedAtPoint, cutMoney, exactMoney, signedMoney } from "./money.ts";

test("an amount has every digit, and no fewer than the smallest coin", () => {
  const texts = ["5000", "1234.5", "-0.00125"].map((each) => exactMoney(parseAmount(each), "USD"));
  expect(texts).toEqual(["5,000.00", "1,234.50", "-0.00125"]);
  expect(exactMoney(parseAmount("5000"), "JPY")).toBe("5,000");
  expect(signedMoney(parseAmount("5"), "USD")).toBe("+5.00");
  expect(signedMoney(0n, "USD")).toBe("0.00");
});

test("what no decimal ends is cut, and says so", () => {
  const of = (amount: string, d: bigint) => cutMoney(rational(parseAmount(amount), d), "USD");
  expect([of("10000", 3n), of("-0.0000001", 3n), of("10", 4n)]).toEqual([
    "3,333.333333…",
    "-0.000000…",
    "2.50",
  ]);
});

test("decimal points stand below each other", () => {
  expect(alignedAtPoint(["5,000", "1.50", "0.00125", "0.333333…"])).toEqual([
    "5,000        ",
    "1.50     ",
    "0.00125  ",
    "0.333333…",
  ]);
});

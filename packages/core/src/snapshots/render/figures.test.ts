import { expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { rational } from "../../costs/rational.ts";
import { exactFraction, exactText, fractionText } from "./figures.ts";
import { wrapped } from "./wrapped.ts";

const UNIT = parseAmount("1");

test("an exact figure is a decimal where one ends, else cut after six places", () => {
  expect(exactText(rational(UNIT * 5n, 4n))).toBe("1.25");
  expect(exactText(rational(UNIT * 4n, 3n))).toBe("1.333333…");
  expect(exactText(rational(-UNIT, 3n))).toBe("-0.333333…");
  expect(exactText(rational(-UNIT, 3_000_000_000n))).toBe("-0.000000…");
  expect(exactText(rational(UNIT * 1_000_000_000n, 7n))).toBe("142857142.857142…");
});

test("machines get an exact fraction of a whole unit", () => {
  expect(exactFraction(rational(UNIT * 4n, 3n))).toBe("4/3");
  expect(exactFraction({ n: parseAmount("0.5"), d: 1n })).toBe("1/2");
});

test("people get a fraction with its percentage, and only that where the fraction is long", () => {
  expect(fractionText(rational(2n, 15n))).toBe("2/15 (13.3%)");
  expect(fractionText(rational(10n ** 20n + 1n, 3n * 10n ** 20n))).toBe("33.3%");
});

test("a paragraph breaks at spaces, and keeps what it is indented by", () => {
  expect(wrapped("to be or not to be", { width: 8, indent: "  " })).toEqual(["to be or", "  not to", "  be"]);
  expect(wrapped("  to be or", { width: 8, indent: "    " })).toEqual(["  to be", "    or"]);
  expect(wrapped("unbreakable words", { width: 4 })).toEqual(["unbreakable", "words"]);
  expect(wrapped("", { width: 4 })).toEqual([""]);
});

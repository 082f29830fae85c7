import { describe, expect, test } from "vitest";
import { decimalsOf, displayAmount, formatAmount, parseAmount, sum } from "./money.ts";

const UNIT = 10n ** 24n;

describe("an amount", () => {
  test.each([
    ["0", 0n],
    ["1", UNIT],
    ["-1.5", (-3n * UNIT) / 2n],
    ["+2", 2n * UNIT],
    ["007", 7n * UNIT],
    [".5", UNIT / 2n],
    ["5.", 5n * UNIT],
    ["1.50", (3n * UNIT) / 2n],
    ["1e-7", 10n ** 17n],
    ["1E2", 100n * UNIT],
    ["1.25e+1", (25n * UNIT) / 2n],
    ["-2.5e-23", -25n],
    ["0.000000000000000000000001", 1n],
    ["98765.4321012345", 987654321012345n * 10n ** 14n],
    [
      "123456789012345678901234567890.123456789012345678901234",
      123456789012345678901234567890123456789012345678901234n,
    ],
    [" 1.5\t", (3n * UNIT) / 2n],
  ])("reads %j exactly", (text, units) => {
    expect(parseAmount(text)).toBe(units);
  });

  test.each(["-0", "-0.00", "0e5", "-.0"])("reads %s as nothing, without a sign", (text) => {
    expect(formatAmount(parseAmount(text))).toBe("0");
  });

  test.each([
    ...["", " ", "\t", ".", "-", "+", "e5", ".e1", "1e", "1e+", "--1", "+-1", "1-", "1.2.3", "1e2.5"],
    ...["NaN", "Infinity", "-Infinity", "inf", "null", "NULL", "abc", "1x", "$1", "1%"],
    ...["0x10", "0b1", "0o7", "1n", "1_000", "1,000", "1 000", "1,5", "- 1", "1e99999", "١", "１"],
  ])("is not %j", (text) => {
    expect(() => parseAmount(text)).toThrow(`"${text}" is not a decimal number`);
  });

  test.each([
    ["0.0000000000000000000000001", 25],
    ["1.0000000000000000000000000", 25],
    ["1e-25", 25],
    ["1.5e-24", 25],
    ["0e-9999", 9999],
  ])("of more than 24 places, as %s, is refused", (text, places) => {
    expect(() => parseAmount(text)).toThrow(
      `"${text}" has ${places} decimal places; at most 24 are kept exactly`,
    );
  });

  test("that is refused is named for programs too", () => {
    expect(() => parseAmount("1_000")).toThrow(
      expect.objectContaining({ code: "bad-input", fields: { value: "1_000" } }),
    );
  });

  test.each([
    [0n, "0"],
    [1n, "0.000000000000000000000001"],
    [-1n, "-0.000000000000000000000001"],
    [UNIT, "1"],
    [-10n * UNIT, "-10"],
    [(3n * UNIT) / 2n, "1.5"],
    [-UNIT / 2n, "-0.5"],
    [1000n * UNIT + 10n ** 22n, "1000.01"],
  ])("of %s units is written %s", (units, text) => {
    expect(formatAmount(units)).toBe(text);
  });

  test.each([
    ["0", 0],
    ["100", 0],
    ["1.50", 1],
    ["-0.01", 2],
    ["1e-24", 24],
  ])("of %s needs %i decimal places", (text, places) => {
    expect(decimalsOf(parseAmount(text))).toBe(places);
  });

  test.each([
    ["-1234.565", 2, "-1,234.57"],
    ["1234567.894999", 2, "1,234,567.89"],
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["999.995", 2, "1,000.00"],
    ["0.5", 0, "1"],
    ["1234", 0, "1,234"],
    ["1234.5678", 3, "1,234.568"],
    ["0.1", 24, "0.100000000000000000000000"],
  ])("of %s is shown with %i decimals as %s", (text, decimals, shown) => {
    expect(displayAmount(parseAmount(text), decimals)).toBe(shown);
  });
});

test("a sum of no amounts is nothing", () => {
  expect(sum([])).toBe(0n);
});

test("a sum keeps every digit", () => {
  expect(formatAmount(sum(["1e20", "-1e-24", "0.1", "0.2"].map(parseAmount)))).toBe(
    "100000000000000000000.299999999999999999999999",
  );
});

import { assert, bigInt, constantFrom, integer, nat, property, stringMatching, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalsOf, displayAmount, formatAmount, parseAmount, SCALE } from "./money.ts";

const amount = bigInt({ min: -(10n ** 60n), max: 10n ** 60n });
const digits = stringMatching(/^[0-9]{1,12}$/);

describe("amounts", () => {
  test("that are written are read as the same", () =>
    assert(
      property(amount, (units) => {
        expect(parseAmount(formatAmount(units))).toBe(units);
      }),
    ));

  test("are written in one way, without needless digits", () =>
    assert(
      property(amount, (units) => {
        expect(formatAmount(units)).toMatch(/^(0|-?(0|[1-9]\d*)\.\d*[1-9]|-?[1-9]\d*)$/);
      }),
    ));

  test("are read as their digits, moved by the exponent", () =>
    assert(
      property(
        constantFrom("", "+", "-"),
        digits,
        digits,
        integer({ min: -12, max: 30 }),
        (sign, whole, fraction, exponent) => {
          const expected = BigInt(whole + fraction) * 10n ** BigInt(SCALE - fraction.length + exponent);
          expect(parseAmount(`${sign}${whole}.${fraction}e${exponent}`)).toBe(
            sign === "-" ? -expected : expected,
          );
        },
      ),
    ));

  test("are refused from the 25th place on", () =>
    assert(
      property(digits, integer({ min: 1, max: 40 }), (fraction, more) => {
        const places = `${"0".repeat(SCALE)}${fraction}`;
        expect(() => parseAmount(`1.${places}`)).toThrow("decimal places");
        expect(() => parseAmount(`1.${fraction}e-${SCALE - fraction.length + more}`)).toThrow(
          "decimal places",
        );
      }),
    ));

  test("need as many places as they cannot do without", () =>
    assert(
      property(tuple(bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), nat(SCALE)), ([value, zeros]) => {
        const units = value * 10n ** BigInt(zeros);
        const needed = decimalsOf(units);
        expect(units % 10n ** BigInt(SCALE - needed)).toBe(0n);
        if (needed > 0) expect(units % 10n ** BigInt(SCALE - needed + 1)).not.toBe(0n);
      }),
    ));

  test("are shown to within half of the last decimal, and mirrored below zero", () =>
    assert(
      property(bigInt({ min: 0n, max: 10n ** 40n }), nat(SCALE), (units, decimals) => {
        const shown = displayAmount(units, decimals);
        const off = parseAmount(shown.replaceAll(",", "")) - units;
        expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(10n ** BigInt(SCALE - decimals));
        expect(displayAmount(-units, decimals)).toBe(/[1-9]/.test(shown) ? `-${shown}` : shown);
      }),
    ));
});

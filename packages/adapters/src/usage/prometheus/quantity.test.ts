import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuantity } from "./quantity.ts";

describe("a value of Prometheus", () => {
  it.each([
    ["15", "15"],
    ["0.1", "0.1"],
    ["-0", "0"],
    ["1.5e+21", "1500000000000000000000"],
    ["1e-07", "0.0000001"],
    ["1.1368683772161603e-13", "0.000000000000113686837721"],
    ["5e-324", "0"],
  ])("%s is read as %s", (value, amount) => {
    expect(readQuantity("x", value)).toBe(parseAmount(amount));
  });

  it("is read by its shortest decimal form, whatever float it is", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e15, noNaN: true }), (value) => {
        expect(Number(formatAmount(readQuantity("x", String(value))))).toBe(value);
      }),
    );
  });

  it.each(["NaN", "+Inf", "-Inf", "-1", "-0.5", "", "1,5", "0x1"])(
    "%s is refused with its place",
    (value) => {
      const read = () => readQuantity('prometheus: reads{team="a"}', value);
      expect(read).toThrow(`prometheus: reads{team="a"}: the value ${value} is not a number of 0 or more`);
    },
  );
});

import { describe, expect, test } from "vitest";
import { plainDecimal, unitsOf } from "./decimal.ts";

describe("a decimal", () => {
  test.each([
    ["0.60", "0.6"],
    ["007", "7"],
    ["+5", "5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["-0", "0"],
    ["-1.50", "-1.5"],
    ["1e-7", "0.0000001"],
    ["1.5E3", "1500"],
    ["1500000e-26", "0.000000000000000000015"],
    ["0.100000000000000000000001", "0.100000000000000000000001"],
    ["12345678901234567890", "12345678901234567890"],
  ])("written %s is %s", (written, plain) => {
    expect(plainDecimal(written)).toBe(plain);
  });

  test.each(["", ".", "+", "e5", "1e", "0x10", "1_000", "NaN", ".inf", "1 ", "1e-25", "1e-99999"])(
    "is not what %j says",
    (written) => {
      expect(unitsOf(written)).toBeUndefined();
    },
  );
});

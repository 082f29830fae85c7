import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimal, multiply, ratio, toCents, toDouble, toText, whole } from "./decimal.ts";

describe("decimal", () => {
  it("reads and writes ten places", () => {
    for (const text of ["0", "55.04", "-0.0225", "0.0000000001", "-98765.4321012345"]) {
      expect(toText(decimal(text))).toBe(text);
    }
    expect(() => decimal("1e-7")).toThrow(RangeError);
    expect(() => decimal("0.00000000001")).toThrow(RangeError);
  });

  it("rounds halves away from zero", () => {
    expect(toText(multiply(decimal("0.00001"), decimal("0.000005")))).toBe("0.0000000001");
    expect(toText(multiply(decimal("-0.00001"), decimal("0.000005")))).toBe("-0.0000000001");
    expect(toText(ratio(2, 3))).toBe("0.6666666667");
    expect(toText(toCents(decimal("-1.005")))).toBe("-1.01");
    expect(toText(whole(7n))).toBe("7");
  });

  it("becomes the double that its text means", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (value) => {
        expect(toDouble(value)).toBe(Number(toText(value)));
      }),
    );
  });
});

import { describe, expect, test } from "vitest";
import { apportion, quantumOf } from "./apportion.ts";
import { formatAmount, parseAmount } from "./money.ts";

/** An amount divided by weights, which are given as `key weight`. */
function divided(amount: string, weights: readonly string[], currency = "USD"): string[] {
  const parts = weights.map((text) => {
    const [key = "", weight = "0"] = text.split(" ");
    return { key, weight: BigInt(weight) };
  });
  return apportion(parseAmount(amount), parts, currency).map(formatAmount);
}

describe("dividing an amount", () => {
  test.each([
    ["1", ["a 1", "b 2"], ["0.33", "0.67"]],
    ["100", ["a 1", "b 1", "c 1"], ["33.34", "33.33", "33.33"]],
    ["100", ["c 1", "b 1", "a 1"], ["33.33", "33.33", "33.34"]],
    ["-100", ["a 1", "b 1", "c 1"], ["-33.34", "-33.33", "-33.33"]],
    ["0.02", ["a 1", "b 1", "c 1"], ["0.01", "0.01", "0"]],
    ["0.01", ["a 1", "b 3"], ["0", "0.01"]],
    ["0", ["a 1", "b 2"], ["0", "0"]],
    ["7", ["a 5"], ["7"]],
    ["10", ["a 0", "b 3", "c 0"], ["0", "10", "0"]],
  ])("of %s by %j hands out %j", (amount, weights, amounts) => {
    expect(divided(amount, weights)).toEqual(amounts);
  });

  test("goes by the whole coins of the currency", () => {
    expect(divided("100", ["a 1", "b 1", "c 1"], "JPY")).toEqual(["34", "33", "33"]);
    expect(divided("1", ["a 1", "b 1", "c 1"], "KWD")).toEqual(["0.334", "0.333", "0.333"]);
  });

  test("goes as fine as the amount does where that is finer", () => {
    expect(divided("1.0000001", ["a 1", "b 1"])).toEqual(["0.5000001", "0.5"]);
    expect(divided("0.000000000000000000000001", ["a 1", "b 2"])).toEqual([
      "0",
      "0.000000000000000000000001",
    ]);
  });

  test("gives what is left to the larger remainder before the smaller key", () => {
    expect(divided("0.10", ["a 1", "z 2"])).toEqual(["0.03", "0.07"]);
  });

  test("leaves no cent of 1.00 over for 264 and 373 parts of 637", () => {
    expect(divided("1", ["ns1 264", "ns2 373"])).toEqual(["0.41", "0.59"]);
  });

  test.each([[[]], [["a 0"]], [["a 0", "b 0"]]])("by %j is impossible", (weights) => {
    expect(() => divided("1", weights)).toThrow(
      new RangeError("an amount can only be divided by a positive weight"),
    );
  });
});

test.each([
  ["1", "USD", "0.01"],
  ["1.2", "USD", "0.01"],
  ["1.234", "USD", "0.001"],
  ["-1.234", "USD", "0.001"],
  ["1", "JPY", "1"],
  ["1.5", "JPY", "0.1"],
  ["1.5", "BHD", "0.001"],
  ["0", "CLF", "0.0001"],
  ["1e-24", "USD", "0.000000000000000000000001"],
])("the quantum of %s %s is %s", (amount, currency, quantum) => {
  expect(formatAmount(quantumOf(parseAmount(amount), currency))).toBe(quantum);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAmount, sum } from "../../costs/money.ts";
import { rational } from "../../costs/rational.ts";
import { type BridgePart, bridgeOf } from "./bridge.ts";

const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const quantity = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 27n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => rational(n, d));
const part: fc.Arbitrary<BridgePart> = fc.record({
  before: amount,
  restated: amount,
  after: amount,
  used: fc.option(fc.record({ before: quantity, after: quantity })),
});

test("price, volume and method sum to the difference, to the last digit", () => {
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom("USD", "JPY", "KWD"), (parts, currency) => {
      const { price, volume, method } = bridgeOf(parts, currency);
      expect(price + volume + method).toBe(sum(parts.map(({ before, after }) => after - before)));
    }),
  );
});

const usd = (text: string) => parseAmount(text);
const used = (before: string, after: string) => ({
  before: { n: usd(before), d: 1n },
  after: { n: usd(after), d: 1n },
});

test.each([
  ["twice as much at the same price is volume", "100", "100", "200", used("5", "10"), ["0", "100", "0"]],
  ["as much at twice the price is price", "100", "100", "200", used("5", "5"), ["100", "0", "0"]],
  [
    "both are told apart: volume at the price of before",
    "100",
    "100",
    "300",
    used("5", "10"),
    ["100", "100", "0"],
  ],
  [
    "another rule is method, and the rest goes on from there",
    "100",
    "150",
    "150",
    used("5", "5"),
    ["0", "0", "50"],
  ],
  ["what began is volume", "0", "0", "70", used("0", "3"), ["0", "70", "0"]],
  ["what ended is volume", "70", "70", "0", used("3", "0"), ["0", "-70", "0"]],
  ["without anything that tells the use, it is volume", "70", "70", "90", null, ["0", "20", "0"]],
  ["thirds are rounded as the amounts are", "1", "1", "1", used("3", "2"), ["0.33", "-0.33", "0"]],
])("%s", (_, before, restated, after, quantities, [price = "", volume = "", method = ""]) => {
  const parts = [{ before: usd(before), restated: usd(restated), after: usd(after), used: quantities }];
  expect(bridgeOf(parts, "USD")).toEqual({ price: usd(price), volume: usd(volume), method: usd(method) });
});

import { expect, test } from "vitest";
import { parseAmount } from "./amount.ts";
import { parseRatio, partOf, quantity, shortQuantity } from "./ratio.ts";

test.each([
  ["34121/10", "3,412.1"],
  ["128266899806010217/1", "128,266,899,806,010,217"],
  ["2/3", "0.667"],
  ["-7/2", "-3.5"],
  ["1/100000", "<0.001"],
  ["-1/100000", ">-0.001"],
  ["0/1", "0"],
])("%s reads %s", (text, read) => {
  expect(quantity(parseRatio(text))).toBe(read);
});

test.each(["", "1", "1/0", "1.5/2", "n/d", "1/-2"])("%j is refused", (text) => {
  expect(() => parseRatio(text)).toThrow(`"${text}" is not an exact fraction`);
});

test("a part of an amount is exact to the smallest unit", () => {
  expect(partOf(parseRatio("1/3"), parseAmount("1"))).toBe(333_333_333_333_333_333_333_333n);
  expect(partOf(parseRatio("1/4"), parseAmount("8057.7"))).toBe(parseAmount("2014.425"));
});

test("a long quantity is short where there is little room", () => {
  expect(shortQuantity(parseRatio("8510180648/1"))).toBe("8.51B");
  expect(shortQuantity(parseRatio("34121/10"))).toBe("3,412.1");
});

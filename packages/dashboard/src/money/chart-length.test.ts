import { expect, test } from "vitest";
import { parseAmount } from "./amount.ts";
import { chartLength } from "./chart-length.ts";

test("an amount is as long as it is large, to a millionth", () => {
  expect(chartLength(parseAmount("-1234.5678901"))).toBe(-1234.56789);
});

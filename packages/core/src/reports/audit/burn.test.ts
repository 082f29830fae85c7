import { expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { amountLines } from "../../spend/amounts.ts";
import { Burn } from "./burn.ts";

function dollars(decimal: string) {
  return { amount: parseAmount(decimal), currency: "USD" };
}

function told(burn: Burn) {
  return burn.sorted().map(({ name, burning: { amounts, resources, unpriced } }) => {
    return [name, resources, unpriced, amountLines(amounts)[0]?.amount];
  });
}

test("adds up by team, the dearest first, and counts apart what nobody knows the price of", () => {
  const burn = new Burn();
  burn.add("vision", dollars("0.1"));
  burn.add("vision", dollars("0.2"));
  burn.add("vision", null);
  burn.add(null, null);
  burn.add("search", null);
  burn.add("ranking", dollars("21.957642"));
  burn.add("free", dollars("0"));
  expect(told(burn)).toEqual([
    ["ranking", 1, 0, "21.957642"],
    ["vision", 3, 1, "0.3"],
    ["free", 1, 0, "0"],
    ["search", 1, 1, undefined],
    [null, 1, 1, undefined],
  ]);
  expect(burn.total).toEqual({
    resources: 7,
    unpriced: 3,
    amounts: new Map([["USD", parseAmount("22.257642")]]),
  });
});

test("keeps currencies apart", () => {
  const burn = new Burn();
  burn.add("vision", dollars("1"));
  burn.add("vision", { amount: parseAmount("7"), currency: "CNY" });
  expect(amountLines(burn.total.amounts)).toEqual([
    { amount: "7", currency: "CNY" },
    { amount: "1", currency: "USD" },
  ]);
});

test("of more teams than memory should hold, the late ones are counted together", () => {
  const burn = new Burn();
  for (let n = 0; n < 10_001; n++) burn.add(`team-${n}`, dollars("1"));
  burn.add("team-0", dollars("1"));
  expect([burn.sorted().length, burn.others.resources, burn.total.resources]).toEqual([10_000, 1, 10_002]);
});

import { expect, test } from "vitest";
import { parseAmount } from "../money/amount.ts";
import { legendOf, poolBars } from "./pool-bars.ts";
import type { PoolRow } from "./pool-rows.ts";

const ONE = { over: 1n, under: 1n };

function row(pool: string, amount: string, shares: Readonly<Record<string, string>>): PoolRow {
  const list = Object.entries(shares).map(([team, share]) => ({
    team,
    weight: ONE,
    amount: parseAmount(share),
    used: [],
  }));
  return {
    pool,
    amount: parseAmount(amount),
    driver: "evenly",
    shares: list,
    borne: list.reduce((all, share) => all + share.amount, 0n),
    idle: parseAmount("5"),
    unallocated: 0n,
    completeness: null,
    confidence: ONE,
  };
}

test("the parts of a bar sum to the pool, whoever is looked at", () => {
  const rows = [row("small", "20", { nlp: "10" }), row("gpu", "100", { nlp: "30", vision: "60" })];
  for (const team of [null, "nlp"]) {
    const bars = poolBars(rows, team);
    expect(bars.map(({ label }) => label)).toEqual(["gpu", "small"]);
    for (const { total, segments } of bars)
      expect(segments.reduce((all, { amount }) => all + amount, 0n)).toBe(total);
  }
});

test("of one team, the rest is others' or idle", () => {
  const [bar] = poolBars([row("gpu", "100", { nlp: "30" })], "nlp");
  expect(bar?.segments.map(({ label, amount }) => [label, amount])).toEqual([
    ["nlp", parseAmount("30")],
    ["others", parseAmount("65")],
    ["idle", parseAmount("5")],
  ]);
});

test("a team has one paint in all bars, and beyond five they are others", () => {
  const many = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((team) => [team, "10"]));
  const bars = poolBars([row("gpu", "65", many), row("disk", "15", { f: "10" })], null);
  expect(legendOf(bars).map(({ label }) => label)).toEqual(["f", "a", "b", "c", "d", "others", "idle"]);
});

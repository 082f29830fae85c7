import { describe, expect, test } from "vitest";
import { parseAmount } from "../costs/money.ts";
import type { Crossing } from "../snapshots/budgets.ts";
import { budgetCrossed } from "./budget-crossed.ts";

const CROSSING: Crossing = {
  key: "k",
  budget: { match: { team: "vision", environment: ["prod", "staging"] }, monthly: "50000", alert: [0.8] },
  threshold: "0.8",
  amount: parseAmount("40000.000000000000000000000001"),
};
const SNAPSHOT = {
  id: "s2",
  period: "2026-09",
  basis: "effective",
  currency: "EUR",
  at: Date.UTC(2026, 9, 3),
} as const;
const told = (key: string) => `sha of ${key}`;

test("a crossed budget tells what it is of, what was reached and what was spent, exactly", () => {
  expect(budgetCrossed(CROSSING, SNAPSHOT, told).detail).toMatchObject({
    match: { team: ["vision"], environment: ["prod", "staging"] },
    monthly: "50000",
    threshold: "0.8",
    amount: "40000.000000000000000000000001",
    currency: "EUR",
    snapshot: "s2",
    at: "2026-10-03T00:00:00.000Z",
  });
});

describe("the id of a crossed budget", () => {
  const { id } = budgetCrossed(CROSSING, SNAPSHOT, told);

  test("is the same in a later snapshot of its month", () => {
    expect(budgetCrossed(CROSSING, { ...SNAPSHOT, id: "s3", at: SNAPSHOT.at + 1 }, told).id).toBe(id);
  });

  test.each([
    ["another threshold", { ...CROSSING, key: "k2" }, SNAPSHOT],
    ["another month", CROSSING, { ...SNAPSHOT, period: "2026-10" }],
    ["another basis", CROSSING, { ...SNAPSHOT, basis: "billed" }],
  ] as const)("is another for %s", (_, crossing, snapshot) => {
    expect(budgetCrossed(crossing, snapshot, told).id).not.toBe(id);
  });

  test("is short, however much the budget matches", () => {
    const long = { ...CROSSING, key: "k".repeat(10_000) };
    expect(budgetCrossed(long, SNAPSHOT, () => "a".repeat(64)).id.length).toBeLessThan(100);
  });
});

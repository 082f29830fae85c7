import { expect, test } from "vitest";
import { openMonths } from "./open-months.ts";
import type { PeriodState } from "./period-state.ts";

const POINTER = {
  version: "v",
  sequence: 1,
  chain: [1],
  deliveredAt: 0,
  payers: [],
  configuration: "c",
};
const NOW = Date.UTC(2026, 9, 3);

function month(period: string, more: Partial<PeriodState> = {}): PeriodState {
  return { period, revision: 1, closed: null, pointers: { ml: POINTER }, sequences: { ml: 1 }, ...more };
}

test("the month that goes on and the one before are open", () => {
  const states = ["2026-07", "2026-08", "2026-09", "2026-10"].map((period) => month(period));
  expect(openMonths(states, NOW)).toEqual(["2026-09", "2026-10"]);
});

test("what is closed, or has no bill, is not", () => {
  const closed = { at: NOW, by: "finance", reason: "month end" };
  expect(openMonths([month("2026-09", { closed }), month("2026-10", { pointers: {} })], NOW)).toEqual([]);
});

import { expect, test } from "vitest";
import { openMonth } from "./open-month.ts";
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

test("the month that goes on and those before are found by how long ago they were", () => {
  const states = ["2025-12", "2026-08", "2026-09", "2026-10"].map((period) => month(period));
  expect([0, 1, 10].map((back) => openMonth(states, NOW, back))).toEqual(["2026-10", "2026-09", "2025-12"]);
});

test("what is closed, or has no bill, is not", () => {
  const closed = { at: NOW, by: "finance", reason: "month end" };
  const states = [month("2026-09", { closed }), month("2026-10", { pointers: {} })];
  expect([0, 1, 2].map((back) => openMonth(states, NOW, back))).toEqual([null, null, null]);
});

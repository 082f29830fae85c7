import { expect, test } from "vitest";
import type { LiveAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { amountIn, liveRows } from "./live-rows.ts";

const costing = (amount: string | null) => ({
  amounts: amount === null ? [] : [{ amount, currency: "USD" }],
  resources: 2,
  unpriced: amount === null ? 2 : 0,
  mayHaveEnded: 0,
});
const figures = (hourly: string | null, soFar: string | null) => ({
  hourly: costing(hourly),
  monthToDate: { ...costing(soFar), unpricedHours: "0" },
});
const LIVE: LiveAnswer = {
  at: "2026-09-20T12:00:00.000Z",
  month: "2026-09",
  totals: figures("3", "30"),
  rows: [
    { team: "quiet", ...figures(null, null) },
    { team: "nlp", ...figures("1", "20") },
    { team: null, ...figures("2", "10") },
  ],
};

test("who costs most an hour comes first, and whose prices nobody knows last", () => {
  const { rows, currency, total } = liveRows(LIVE, "team");
  expect(rows.map(({ name }) => name)).toEqual([null, "nlp", "quiet"]);
  expect([currency, amountIn(total.hourly, currency)]).toEqual(["USD", parseAmount("3")]);
});

test("an unknown price is not nothing", () => {
  const quiet = liveRows(LIVE, "team").rows.at(-1);
  expect(quiet === undefined ? undefined : amountIn(quiet.hourly, "USD")).toBeNull();
});

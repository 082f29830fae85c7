import { expect, test } from "vitest";
import type { PoolsAnswer } from "../api/answers.ts";
import { parseAmount } from "../money/amount.ts";
import { driverOf, poolRows } from "./pool-rows.ts";

const GPU: PoolsAnswer["pools"][number] = {
  pool: "gpu",
  amount: "100",
  method: "usage",
  dividedBy: { method: "usage", usage: "2026-09" },
  metric: { "gpu-hours": "1" },
  completeness: "1/2",
  confidence: "1/2",
  shares: [
    { team: "nlp", weight: "1/10", amount: "10", quantities: { "gpu-hours": "1/1" } },
    { team: "vision", weight: "3/10", amount: "30", quantities: { "gpu-hours": "3/1" } },
  ],
  unallocated: [
    { reason: "idle", value: "gpu", amount: "50" },
    { reason: "no-team", value: "cron", amount: "10" },
  ],
};
const ANSWER: PoolsAnswer = {
  period: "2026-09",
  basis: "effective",
  currency: "USD",
  snapshot: "c0ffee",
  at: "2026-10-01T00:00:00.000Z",
  pools: [GPU, { ...GPU, pool: "registry", shares: [], unallocated: null }],
};

test("a pool holds the shares of teams, the dearest first, and what nobody used apart from what else is nobody's", () => {
  const [gpu] = poolRows(ANSWER, null);
  expect(gpu?.shares.map(({ team }) => team)).toEqual(["vision", "nlp"]);
  expect([gpu?.borne, gpu?.idle, gpu?.unallocated]).toEqual(["40", "50", "10"].map(parseAmount));
});

test("of one team only the pools are shown of which it bears something, with its own share", () => {
  const rows = poolRows(ANSWER, "nlp");
  expect(rows.map(({ pool, borne }) => [pool, borne])).toEqual([["gpu", parseAmount("10")]]);
});

test("what is not told is not shown as nothing", () => {
  expect(poolRows(ANSWER, null)[1]).toMatchObject({ idle: null, unallocated: null });
});

test("drivers read as words", () => {
  expect(driverOf(GPU)).toBe("by use: gpu-hours");
  expect(driverOf({ ...GPU, metric: { reads: "1", writes: "5" } })).toBe("by use: reads + 5 × writes");
  expect(driverOf({ ...GPU, method: "even", dividedBy: { method: "even", usage: null } })).toBe("evenly");
  expect(driverOf({ ...GPU, dividedBy: { method: "even", usage: null } })).toBe(
    "evenly: of its use nothing is known",
  );
});

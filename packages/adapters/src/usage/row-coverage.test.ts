import type { UsageRow } from "@tagledger/core/costs/sharing/usage";
import { expect, test } from "vitest";
import { HOUR } from "./hours.ts";
import { rowCoverage } from "./row-coverage.ts";

const row = (pool: string, start: number, end: number): UsageRow => ({
  start: start * HOUR,
  end: end * HOUR,
  pool,
  team: "vision",
  metric: "gpu-hours",
  quantity: 1n,
  project: null,
  workload: null,
  environment: null,
  experiment: null,
  place: "usage.csv:2",
});

test("an hour is known where any row covers it, and hours that rows share count once", () => {
  const asked = { start: 0, end: 24 * HOUR };
  expect(rowCoverage([row("gpu", 0, 6), row("gpu", 3, 8), row("gpu", 20, 30)], asked)).toEqual([
    { pool: "gpu", metric: "gpu-hours", hours: 12, of: 24 },
  ]);
});

test("rows of another time say nothing of this one", () => {
  const asked = { start: 24 * HOUR, end: 48 * HOUR };
  expect(rowCoverage([row("gpu", 0, 24), row("cpu", 0, 25)], asked)).toEqual([
    { pool: "cpu", metric: "gpu-hours", hours: 1, of: 24 },
  ]);
});

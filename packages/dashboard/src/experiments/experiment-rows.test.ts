import { expect, test } from "vitest";
import { formatAmount } from "../money/amount.ts";
import { experimentRows } from "./experiment-rows.ts";

const HEAD = {
  period: "2026-09",
  basis: "effective",
  currency: "USD",
  snapshot: "c0ffee",
  at: "2026-10-01T00:00:00.000Z",
} as const;
const cost = (team: string, experiment: string, total: string) => ({
  ...{ team, project: "churn", experiment, direct: total, shared: "0", total },
  ...{ days: 3, first: 1, last: 5 },
});
const COSTS = { ...HEAD, experiments: [cost("vision", "exp-1", "10"), cost("nlp", "exp-1", "5")] };
const ran = (team: string, runs: number) => ({ team, project: "churn", experiment: "exp-1", runs });

test("a run costs what the experiment did, divided by how often it ran", () => {
  const rows = experimentRows(COSTS, { period: "2026-09", at: HEAD.at, runs: [ran("vision", 3)] });
  expect(rows.map(({ runs, perRun }) => [runs, perRun === null ? null : formatAmount(perRun)])).toEqual([
    [3, "3.333333333333333333333333"],
    [null, null],
  ]);
});

test("while runs are not known, nothing is made up", () => {
  expect(experimentRows(COSTS, null).every(({ perRun }) => perRun === null)).toBe(true);
});

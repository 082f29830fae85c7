import { expect, test } from "vitest";
import { parsePeriod } from "../../costs/period.ts";
import type { AccrualRecord } from "../../ledger/accrual.ts";
import { makeAccrual } from "../../ledger/testing/records.ts";
import type { LiveWhere } from "../live/dimensions.ts";
import { RunsFold } from "./runs.ts";

const SEPTEMBER = parsePeriod("2026-09");
const [INTERVAL] = makeAccrual().intervals;

function job(
  experiment: string | null,
  {
    from = SEPTEMBER.start,
    until = SEPTEMBER.start + 1,
    ...given
  }: Partial<AccrualRecord> & {
    readonly from?: number;
    readonly until?: number | null;
  } = {},
): AccrualRecord {
  const { dimensions } = makeAccrual();
  const intervals = INTERVAL === undefined ? [] : [{ ...INTERVAL, from, until }];
  return makeAccrual({
    type: "sagemaker:training-job",
    start: from,
    intervals,
    ...given,
    dimensions: { ...dimensions, project: "churn", experiment },
  });
}

function count(accruals: readonly AccrualRecord[], where: LiveWhere = {}) {
  const fold = new RunsFold({ period: SEPTEMBER, where });
  for (const accrual of accruals) fold.add(accrual);
  return fold.result().map(({ experiment, runs }) => [experiment, runs]);
}

test("each training job that carries an experiment is a run of it", () => {
  expect(count([job("exp-b"), job("exp-a"), job("exp-b"), job(null)])).toEqual([
    ["exp-a", 1],
    ["exp-b", 2],
  ]);
});

test("what prepares, tunes or serves is no run", () => {
  const others = ["sagemaker:processing-job", "sagemaker:hyper-parameter-tuning-job", "ec2:instance"];
  expect(count(others.map((type) => job("exp-a", { type })))).toEqual([]);
});

test("a run counts in each month that it touches, and in no other", () => {
  const { start, end } = SEPTEMBER;
  const touching = [
    job("exp-a", { from: start - 5, until: start + 1 }),
    job("exp-a", { from: end - 1, until: null }),
  ];
  const outside = [
    job("exp-b", { from: start - 5, until: start }),
    job("exp-b", { from: end, until: end + 5 }),
  ];
  expect(count([...touching, ...outside])).toEqual([["exp-a", 2]]);
});

test("only what is asked for is counted", () => {
  expect(count([job("exp-a")], { team: ["rivals"] })).toEqual([]);
  expect(count([job("exp-a")], { project: ["churn"], team: ["fraud-detection"] })).toEqual([["exp-a", 1]]);
});

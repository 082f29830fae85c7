import { expect, test } from "vitest";
import { parsePeriod } from "../../costs/period.ts";
import type { LiveWhere } from "../live/dimensions.ts";
import { makeSpender } from "../live/testing/make-spender.ts";
import { type Lived, RunsFold } from "./runs.ts";

const SEPTEMBER = parsePeriod("2026-09");

function job(experiment: string | null, given: Partial<Pick<Lived, "type" | "start" | "end">> = {}): Lived {
  const type = "sagemaker:training-job";
  const dimensions = { team: "vision", project: "churn", experiment };
  return { start: SEPTEMBER.start, end: SEPTEMBER.start + 1, ...makeSpender({ type, dimensions }), ...given };
}

function count(lives: readonly Lived[], where: LiveWhere = {}) {
  const fold = new RunsFold({ period: SEPTEMBER, where });
  for (const lived of lives) fold.add(lived);
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
    job("exp-a", { start: start - 5, end: start + 1 }),
    job("exp-a", { start: end - 1, end: null }),
  ];
  const outside = [
    job("exp-b", { start: start - 5, end: start }),
    job("exp-b", { start: end, end: end + 5 }),
  ];
  expect(count([...touching, ...outside])).toEqual([["exp-a", 2]]);
});

test("only what is asked for is counted", () => {
  expect(count([job("exp-a")], { team: ["rivals"] })).toEqual([]);
  expect(count([job("exp-a")], { project: ["churn"], team: ["vision"] })).toEqual([["exp-a", 1]]);
});

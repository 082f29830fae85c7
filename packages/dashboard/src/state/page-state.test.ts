import { expect, test } from "vitest";
import { type PageState, readState, START, writeState } from "./page-state.ts";

const FULL: PageState = {
  view: "shared",
  period: "2026-09",
  basis: "billed",
  snapshot: "c0ffee",
  team: "a & b=c/ü",
  project: "churn,prediction",
  workload: "training",
  environment: "",
  experiment: "exp-1?x#y",
  groupBy: ["service", "day"],
  verdict: "undecided",
  owner: "nobody",
  created: "period",
  resource: "arn:aws:ec2:eu-central-1:111122223333:instance/i-0abc?x=1#y",
};

test("what the page shows survives its address", () => {
  expect(readState(writeState(FULL))).toEqual(FULL);
  expect(readState(writeState(START))).toEqual(START);
});

test("what goes without saying is not said", () => {
  expect(writeState(START)).toBe("?");
  expect(writeState({ ...START, team: "vision" })).toBe("?team=vision");
});

test("a filter without a value keeps what has none", () => {
  expect(readState("?project=")).toEqual({ ...START, project: "" });
});

test("what groups is taken once each, as far as it is known", () => {
  expect(readState("?groupBy=day,weather,team,day").groupBy).toEqual(["day", "team"]);
});

test.each([
  "?view=everything",
  "?basis=free",
  "?verdict=guilty",
  "?groupBy=weather",
  "?groupBy=",
  "?owner=me",
  "?team=",
  "?what=ever",
  "",
])("%s says nothing that is known", (query) => {
  expect(readState(query)).toEqual(START);
});

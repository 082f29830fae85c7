import { expect, test } from "vitest";
import { type PageState, readState, START, writeState } from "./page-state.ts";

const FULL: PageState = {
  period: "2026-09",
  basis: "billed",
  team: "a & b=c/ü",
  split: "project",
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

test.each(["?basis=free", "?verdict=guilty", "?split=team", "?owner=me", "?team=", "?what=ever", ""])(
  "%s says nothing that is known",
  (query) => {
    expect(readState(query)).toEqual(START);
  },
);

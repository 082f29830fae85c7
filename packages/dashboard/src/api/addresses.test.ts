import { expect, test } from "vitest";
import { START } from "../state/page-state.ts";
import {
  apiAddress,
  countsAddress,
  filteredAddress,
  monthAddress,
  resourcesAddress,
  storyAddress,
} from "./addresses.ts";

const month = {
  period: "2026-09",
  basis: "effective",
  snapshot: "c0ffee",
  at: "",
  snapshots: 1,
  before: null,
} as const;
const choice = { month, state: { ...START, team: "a=b&c", project: "", experiment: "exp-1" } };

test("a part of a month is asked for on its basis and of the team that is shown", () => {
  expect(monthAddress(choice, "pools")).toBe("api/v1/months/2026-09/pools?basis=effective&team=a%3Db%26c");
  expect(monthAddress({ month, state: START }, "pools")).toBe("api/v1/months/2026-09/pools?basis=effective");
});

test("what can be filtered is asked for by each filter; one without a value stands for none", () => {
  const address = filteredAddress(choice, "report", { groupBy: "team,day" });
  expect([...new URL(address, "http://localhost").searchParams]).toEqual([
    ["basis", "effective"],
    ["team", "a=b&c"],
    ["where", "project="],
    ["where", "experiment=exp-1"],
    ["groupBy", "team,day"],
  ]);
});

test("what is not said is left out", () => {
  expect(apiAddress("months", { after: null })).toBe("api/v1/months");
});

test("resources are asked for by what is said; no name is nobody's", () => {
  expect(resourcesAddress({ team: null, period: null }, null, null)).toBe("api/v1/resources?limit=10");
  expect(resourcesAddress({ team: "", period: "2026-09" }, "violating", "c1")).toBe(
    "api/v1/resources?team=&period=2026-09&verdict=violating&limit=10&after=c1",
  );
  expect(countsAddress({ team: null, period: null })).toBe("api/v1/resources/counts");
});

test("a story is asked for by any name", () => {
  expect(storyAddress("arn:aws:s3:::a/b?c")).toBe("api/v1/resource?name=arn%3Aaws%3As3%3A%3A%3Aa%2Fb%3Fc");
});

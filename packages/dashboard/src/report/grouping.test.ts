import { expect, test } from "vitest";
import { groupingOf, keysFor, regrouped } from "./grouping.ts";

test("unasked, all teams stand by team, and one by project", () => {
  expect(groupingOf({ groupBy: null, team: null })).toEqual(["team"]);
  expect(groupingOf({ groupBy: null, team: "vision" })).toEqual(["project"]);
  expect(groupingOf({ groupBy: ["day"], team: "vision" })).toEqual(["day"]);
});

test("a place is chosen anew, and what is chosen stands once", () => {
  expect(regrouped(["team"], 1, "service")).toEqual(["team", "service"]);
  expect(regrouped(["team", "day"], 0, "account")).toEqual(["account", "day"]);
  expect(regrouped(["team", "day"], 0, "day")).toEqual(["day"]);
  expect(regrouped(["team", "day"], 1, null)).toEqual(["team"]);
});

test("what stands before is not offered again", () => {
  expect(keysFor(["team", "day"], 1)).not.toContain("team");
  expect(keysFor(["team", "day"], 0)).toContain("team");
});

import { expect, test } from "vitest";
import { formatAmount } from "../money/amount.ts";
import { makeReport, poolOf, rowOf } from "../spend/testing/make-report.ts";
import { type Flow, flowsOf } from "./flows.ts";

const shown = ({ from, to, amount }: Flow) => `${from.label} > ${to.label} ${formatAmount(amount)}`;

test("money flows from the bill through its parts to the teams that bear it, credits too", () => {
  const report = makeReport({
    rows: [rowOf({ team: "a" }, "10", "3"), rowOf({ team: "b" }, "-4", "2")],
    unallocated: "1.5",
    excluded: "-0.5",
  });
  expect(flowsOf(report, [poolOf("gpu", { a: "3", b: "2" })], true).map(shown)).toEqual([
    "The bill > direct 6",
    "The bill > gpu 5",
    "The bill > unallocated 1.5",
    "The bill > out of scope -0.5",
    "direct > a 10",
    "direct > b -4",
    "gpu > a 3",
    "gpu > b 2",
  ]);
});

test("where nothing flows there is no flow", () => {
  expect(flowsOf(makeReport({}), [poolOf("gpu", {})], true)).toEqual([]);
});

test("small pools and teams stand together in a picture, and by themselves in a table", () => {
  const teams = Array.from({ length: 14 }, (_, index) => `t${index}`);
  const report = makeReport({
    rows: teams.map((team, index) => rowOf({ team }, "0", `${(index + 1) * 8}`)),
  });
  const pools = Array.from({ length: 8 }, (_, pool) =>
    poolOf(`p${pool}`, Object.fromEntries(teams.map((team, index) => [team, `${index + 1}`]))),
  );
  const labels = (folded: boolean) => new Set(flowsOf(report, pools, folded).map(({ to }) => to.label));
  expect(labels(true)).toContain("3 other pools");
  expect(labels(true)).toContain("5 other teams");
  expect(labels(true).size).toBe(6 + 10);
  expect(labels(false).size).toBe(8 + 14);
});

test("a pool and a team of the same name are two places", () => {
  const report = makeReport({ rows: [rowOf({ team: "direct" }, "0", "1")] });
  const pools = [poolOf("direct", { direct: "1" })];
  expect(new Set(flowsOf(report, pools, true).flatMap(({ from, to }) => [from.id, to.id])).size).toBe(3);
});

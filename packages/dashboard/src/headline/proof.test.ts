import { expect, test } from "vitest";
import { makeReport, rowOf } from "../spend/testing/make-report.ts";
import { proofOf } from "./proof.ts";

const REPORT = makeReport({
  rows: [rowOf({ team: "a" }, "0.1", "0.2")],
  unallocated: "0.000000000000000000000001",
  excluded: "-5",
});

const labelsOf = (report: Parameters<typeof proofOf>[0]) => proofOf(report).parts.map(({ label }) => label);

test("a bill is the sum of its parts", () => {
  expect(proofOf(REPORT)).toMatchObject({ difference: 0n, called: "the bill" });
  expect(labelsOf(REPORT)).toEqual(["Direct", "Shared fees", "Unallocated", "Out of scope"]);
});

test("a digit that is lost is seen", () => {
  const { totals } = REPORT;
  expect(proofOf({ ...REPORT, totals: { ...totals, unallocated: "0" } }).difference).toBe(1n);
});

test("what is not for whoever looks is no part of the total", () => {
  const totals = { bill: "0.3", direct: "0.1", shared: "0.2", unallocated: null, excluded: null };
  const own = { ...REPORT, teams: ["a"], totals };
  expect(proofOf(own)).toMatchObject({ difference: 0n, called: "the total" });
  expect(labelsOf(own)).toEqual(["Direct", "Shared fees"]);
});

test("what a filter leaves of the bill is no bill, and of what it leaves nothing there is no part", () => {
  const filtered = { ...makeReport({ rows: REPORT.rows, unallocated: "2" }), where: { project: ["churn"] } };
  expect(proofOf(filtered)).toMatchObject({ difference: 0n, whole: { label: "Total" } });
  expect(labelsOf(filtered)).toEqual(["Direct", "Shared fees", "Unallocated"]);
});

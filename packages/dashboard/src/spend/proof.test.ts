import { expect, test } from "vitest";
import { billProof, teamProof } from "./proof.ts";
import { makeAnswer, rowOf } from "./testing/make-answer.ts";

const REPORT = makeAnswer({
  rows: [rowOf({ team: "a" }, "0.1", "0.2")],
  unallocated: "0.000000000000000000000001",
  excluded: "-5",
});

test("a bill is the sum of its parts", () => {
  expect(billProof(REPORT).difference).toBe(0n);
});

test("a digit that is lost is seen", () => {
  const { totals } = REPORT;
  expect(billProof({ ...REPORT, totals: { ...totals, unallocated: "0" } }).difference).toBe(1n);
  expect(teamProof(REPORT).difference).not.toBe(0n);
});

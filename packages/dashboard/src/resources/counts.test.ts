import { expect, test } from "vitest";
import { countOf } from "./counts.ts";

test("what is to fix is violating or repairable", () => {
  const verdicts = [
    { value: "compliant", count: 5 },
    { value: "violating", count: 3 },
    { value: "repairable", count: 2 },
  ] as const;
  const counts = { total: 10, verdicts, states: [], teams: [], reasons: [], services: [] };
  expect(countOf(counts, "to-fix")).toBe(5);
  expect(countOf(counts, "exempt")).toBe(0);
  expect(countOf(counts, "all")).toBe(10);
});

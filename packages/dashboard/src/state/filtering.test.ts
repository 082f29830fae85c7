import { expect, test } from "vitest";
import { filtersIn, withoutFilters } from "./filtering.ts";
import { START } from "./page-state.ts";

test("filters are told in words, also of what has none", () => {
  expect(filtersIn({ ...START, team: "vision" })).toBeNull();
  expect(filtersIn({ ...START, workload: "" })).toBe("The filter by workload");
  expect(filtersIn({ ...START, project: "churn", workload: "", experiment: "e-1" })).toBe(
    "The filter by project, workload and experiment",
  );
});

test("without filters all else stays", () => {
  expect(withoutFilters({ ...START, team: "vision", project: "churn" })).toEqual({
    ...START,
    team: "vision",
  });
});

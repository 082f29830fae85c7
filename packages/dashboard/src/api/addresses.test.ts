import { expect, test } from "vitest";
import { countsAddress, reportAddress, resourcesAddress, storyAddress } from "./addresses.ts";

const SEPTEMBER = {
  period: "2026-09",
  basis: "effective",
  currency: "USD",
  snapshot: "c0ffee",
  asOf: "",
} as const;

test("a report is asked for by dimensions, and of one team", () => {
  expect(reportAddress(SEPTEMBER, ["team", "project"])).toBe(
    "api/report?period=2026-09&basis=effective&groupBy=team%2Cproject",
  );
  expect(reportAddress(SEPTEMBER, ["project"], "a=b&c")).toMatch(/&where=team%3Da%3Db%26c$/);
});

test("resources are asked for by what is said; no name is nobody's", () => {
  expect(resourcesAddress({ team: null, period: null }, null, null)).toBe("api/resources?limit=20");
  expect(resourcesAddress({ team: "", period: "2026-09" }, "violating", "c1")).toBe(
    "api/resources?team=&period=2026-09&verdict=violating&limit=20&after=c1",
  );
  expect(countsAddress({ team: null, period: null })).toBe("api/resources/counts");
});

test("a story is asked for by any name", () => {
  expect(storyAddress("arn:aws:s3:::a/b?c")).toBe("api/resource?name=arn%3Aaws%3As3%3A%3A%3Aa%2Fb%3Fc");
});

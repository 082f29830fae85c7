import type { OverviewView } from "@tagledger/core/flows/overview";
import { expect, test } from "vitest";
import { START } from "./page-state.ts";
import { type Published, shownOf, withPeriod } from "./shown.ts";

const published = (period: string, basis: Published["basis"]): Published => ({
  period,
  basis,
  currency: "USD",
  snapshot: `${period} ${basis}`,
  asOf: "2026-10-01T00:00:00.000Z",
});

const OVERVIEW: OverviewView = {
  periods: [published("2026-08", "list"), published("2026-09", "billed"), published("2026-09", "effective")],
  inputs: [],
  teams: [],
};

test("unasked, the newest period is shown on the first basis that it has", () => {
  const { published, periods, bases } = shownOf(OVERVIEW, START);
  expect(published?.snapshot).toBe("2026-09 effective");
  expect(periods).toEqual(["2026-09", "2026-08"]);
  expect(bases).toEqual(["effective", "billed"]);
});

test("a period is shown on a basis that it has", () => {
  expect(shownOf(OVERVIEW, { ...START, period: "2026-08" }).published?.basis).toBe("list");
});

test("what there is not is not replaced by something else", () => {
  expect(shownOf(OVERVIEW, { ...START, period: "2020-01" })).toMatchObject({
    published: null,
    period: "2020-01",
  });
  expect(shownOf(OVERVIEW, { ...START, basis: "list" })).toMatchObject({ published: null, basis: "list" });
  expect(shownOf({ ...OVERVIEW, periods: [] }, START)).toMatchObject({ published: null, period: null });
});

test("another period keeps the basis where it has that", () => {
  const billed = { ...START, basis: "billed" } as const;
  expect(withPeriod(OVERVIEW, billed, "2026-09")).toEqual({ ...START, period: "2026-09", basis: "billed" });
  expect(withPeriod(OVERVIEW, billed, "2026-08")).toEqual({ ...START, period: "2026-08", basis: null });
});

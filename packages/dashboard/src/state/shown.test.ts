import { expect, test } from "vitest";
import type { MonthsAnswer } from "../api/answers.ts";
import { START } from "./page-state.ts";
import { shownOf, withPeriod } from "./shown.ts";

type Bases = MonthsAnswer["months"][number]["bases"];

const on = (period: string, basis: Bases[number]["basis"]): Bases[number] => ({
  basis,
  snapshot: `${period} ${basis}`,
  at: "2026-10-01T00:00:00.000Z",
  snapshots: 1,
});

const MONTHS: MonthsAnswer = {
  months: [
    { period: "2026-08", bases: [on("2026-08", "list")] },
    { period: "2026-09", bases: [on("2026-09", "billed"), on("2026-09", "effective")] },
  ],
};

test("unasked, the newest month is shown on the first basis that it has", () => {
  const { month, periods, bases } = shownOf(MONTHS, START);
  expect(month).toEqual({ period: "2026-09", before: null, ...on("2026-09", "effective") });
  expect(periods).toEqual(["2026-09", "2026-08"]);
  expect(bases).toEqual(["effective", "billed"]);
});

test("a month is shown on a basis that it has", () => {
  expect(shownOf(MONTHS, { ...START, period: "2026-08" }).month?.basis).toBe("list");
});

test("the month before counts where it has figures on the same basis", () => {
  const both = { months: [...MONTHS.months, { period: "2026-10", bases: [on("2026-10", "billed")] }] };
  expect(shownOf(both, { ...START, basis: "billed" }).month?.before).toBe("2026-09");
  expect(shownOf(both, { ...START, period: "2026-08" }).month?.before).toBeNull();
});

test("what there is not is not replaced by something else", () => {
  expect(shownOf(MONTHS, { ...START, period: "2020-01" })).toMatchObject({ month: null, period: "2020-01" });
  expect(shownOf(MONTHS, { ...START, basis: "list" })).toMatchObject({ month: null, basis: "list" });
  expect(shownOf({ months: [] }, START)).toMatchObject({ month: null, period: null });
});

test("another month keeps the basis where it has that, and no snapshot", () => {
  const billed = { ...START, basis: "billed", snapshot: "c0ffee" } as const;
  const chosen = { ...START, snapshot: null };
  expect(withPeriod(MONTHS, billed, "2026-09")).toEqual({ ...chosen, period: "2026-09", basis: "billed" });
  expect(withPeriod(MONTHS, billed, "2026-08")).toEqual({ ...chosen, period: "2026-08", basis: null });
});

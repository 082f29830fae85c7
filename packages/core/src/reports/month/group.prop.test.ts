import { array, assert, bigInt, constantFrom, integer, option, property, record, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, sum } from "../../costs/money.ts";
import type { MonthCell } from "./cell.ts";
import { compareMonths } from "./compare.ts";
import { groupMonth } from "./group.ts";
import { factOf, keeping, MONTH_KEYS, type MonthKey, type MonthWhere } from "./keys.ts";
import { makeCell } from "./testing/make-cell.ts";

const name = option(constantFrom("a", "b", "1:a", "-", "=cmd"), { nil: null });
const cell = record({
  leaf: record({ team: constantFrom("vision", "nlp"), project: name, experiment: name }),
  service: constantFrom("", "AmazonEC2", "AmazonS3"),
  account: constantFrom("", "111122223333"),
  day: integer({ min: 0, max: 31 }),
  pool: name,
  amount: bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(formatAmount),
}).map(makeCell);
const cells = array(cell, { maxLength: 40 });
const groupings = subarray([...MONTH_KEYS]);
const filters = record(
  {
    project: array(constantFrom("a", "b", ""), { maxLength: 2 }),
    service: array(constantFrom("AmazonEC2", ""), { maxLength: 2 }),
    pool: array(constantFrom("a", ""), { maxLength: 2 }),
    day: array(constantFrom("7", "07", "31", ""), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const all = (teams: readonly MonthCell[]) => ({ teams, unallocated: [], excluded: [] });

describe("however a month is grouped and filtered", () => {
  test("rows are what was kept, every part of it in one row", () =>
    assert(
      property(cells, groupings, filters, (teams, groupBy, where: MonthWhere) => {
        const { rows, totals } = groupMonth(all(teams), { groupBy, where });
        const kept = teams.filter(keeping(where));
        const through = (isShared: boolean, some: readonly MonthCell[]) =>
          sum(some.filter(({ pool }) => (pool !== null) === isShared).map(({ amount }) => amount));
        expect(totals.direct).toBe(through(false, kept));
        expect(totals.shared).toBe(through(true, kept));
        expect(totals.bill).toBe(totals.direct + totals.shared);
        for (const { group, direct, shared, total } of rows) {
          const own = kept.filter((each) => groupBy.every((key, at) => factOf(each, key) === group[at]));
          expect([direct, shared]).toEqual([through(false, own), through(true, own)]);
          expect(total).toBe(direct + shared);
        }
        expect(new Set(rows.map(({ group }) => JSON.stringify(group))).size).toBe(rows.length);
      }),
    ));

  test("the groups of all values of a fact are all that there is", () =>
    assert(
      property(cells, constantFrom<MonthKey>(...MONTH_KEYS), (teams, key) => {
        const whole = groupMonth(all(teams), { groupBy: [key], where: {} });
        const parts = whole.rows.map(({ group: [value] }) =>
          groupMonth(all(teams), { groupBy: [], where: { [key]: [value ?? ""] } }),
        );
        expect(sum(parts.map(({ totals }) => totals.bill))).toBe(whole.totals.bill);
        expect(parts.map(({ totals }) => totals.bill)).toEqual(whole.rows.map(({ total }) => total));
      }),
    ));

  test("a comparison tells of the groups of both months, and the changes add up", () =>
    assert(
      property(cells, cells, groupings, (now, before, groupBy) => {
        const [left, right] = [now, before].map((teams) => groupMonth(all(teams), { groupBy, where: {} }));
        if (left === undefined || right === undefined) throw new Error("nothing was grouped");
        const { rows } = compareMonths(left, right);
        expect(sum(rows.map(({ total }) => total))).toBe(left.totals.bill);
        expect(sum(rows.map((row) => row.before))).toBe(right.totals.bill);
        expect(sum(rows.map(({ change }) => change))).toBe(left.totals.bill - right.totals.bill);
        expect(new Set(rows.map(({ group }) => JSON.stringify(group))).size).toBe(rows.length);
      }),
    ));
});

test("what is nobody's is in the totals and in no row, and is not told where it is not to be", () => {
  const teams = [makeCell({ leaf: { team: "vision" }, amount: "5" })];
  const unallocated = [makeCell({ reason: "no-team", service: "AmazonEC2", amount: "3" })];
  const excluded = [makeCell({ amount: "2" })];
  const query = { groupBy: ["team"], where: {} } as const;
  const { rows, totals } = groupMonth({ teams, unallocated, excluded }, query);
  expect(rows.map(({ group }) => group)).toEqual([["vision"]]);
  expect([totals.bill, totals.unallocated, totals.excluded].map((each) => formatAmount(each ?? 0n))).toEqual([
    "10",
    "3",
    "2",
  ]);
  const own = groupMonth({ teams, unallocated: null, excluded: null }, query).totals;
  expect([formatAmount(own.bill), own.unallocated, own.excluded]).toEqual(["5", null, null]);
});

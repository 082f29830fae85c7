import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
  subarray,
  tuple,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { type Period, periodAt } from "../../costs/period.ts";
import type { Interval } from "../../spend/accrual.ts";
import { unknownPrice } from "../../spend/price.ts";
import { makePrice } from "../../spend/testing/rates.ts";
import { LIVE_DIMENSIONS, type LiveDimension, type LiveWhere, valueIn } from "./dimensions.ts";
import { type LiveFigures, NO_FIGURES, plusFigures } from "./figures.ts";
import { LiveFold, type LiveSpend } from "./fold.ts";
import { makeSpender } from "./testing/make-spender.ts";

const PERIOD: Period = periodAt(Date.UTC(2026, 8, 1));
const MONTH = PERIOD.end - PERIOD.start;

/** Instants within the month, and as long before it and after it. */
const instant = integer({ min: PERIOD.start - MONTH, max: PERIOD.end + MONTH });
const inMonth = integer({ min: PERIOD.start, max: PERIOD.end - 1 });

/** Prices with awkward digits in two currencies, one that is 0 while stopped, one that nobody knows. */
const price = constantFrom(
  makePrice("0.096000000000000000000001", { stopped: 7n }),
  makePrice("0.1"),
  makePrice("0.7", { currency: "CNY" }),
  unknownPrice("nobody knows"),
);

/** Times that follow each other, with holes or without, the last of which may go on. */
const intervals: Arbitrary<Interval[]> = tuple(
  array(instant, { maxLength: 6 }),
  array(record({ isRunning: boolean(), price, endsEarlier: boolean() }), { minLength: 6, maxLength: 6 }),
  boolean(),
).map(([instants, kinds, goesOn]) => {
  const bounds = [...new Set(instants)].sort((a, b) => a - b);
  return kinds.flatMap((kind, place) => {
    const [from, until] = [bounds[place], bounds[place + 1]];
    if (from === undefined || (until === undefined && !goesOn)) return [];
    return [{ from, until: until ?? null, ...kind }];
  });
});

const name = option(constantFrom("a", "b", ""), { nil: null });
const spenders = array(
  record({
    resource: constantFrom("one", "two", "three"),
    type: constantFrom("ec2:instance", "ec2:volume"),
    account: name,
    region: name,
    dimensions: record({ team: name, project: name }),
    intervals,
  }).map(makeSpender),
  { maxLength: 8 },
);
const groupBy = subarray([...LIVE_DIMENSIONS]);
const where: Arbitrary<LiveWhere> = record(
  {
    team: subarray(["a", "b", ""]),
    type: constant(["ec2:instance"]),
    account: subarray(["a", ""]),
  },
  { requiredKeys: [] },
);

type Spenders = readonly ReturnType<typeof makeSpender>[];

function fold(
  all: Spenders,
  at: number,
  by: readonly LiveDimension[] = [],
  filter: LiveWhere = {},
): LiveSpend {
  const folded = new LiveFold({ period: PERIOD, at, groupBy: by, where: filter });
  for (const each of all) folded.add(each);
  return folded.result();
}

function sumOf(figures: readonly LiveFigures[]): LiveFigures {
  const { monthToDate, hourly } = figures.reduce(plusFigures, NO_FIGURES);
  return { monthToDate, hourly };
}

describe("live spend", () => {
  test("adds up: the rows of every grouping are the same total", () =>
    assert(
      property(spenders, inMonth, groupBy, where, (all, at, by, filter) => {
        const { rows, totals } = fold(all, at, by, filter);
        expect(sumOf(rows)).toEqual(totals);
        expect(fold(all, at, [], filter).totals).toEqual(totals);
      }),
      { numRuns: 500 },
    ));

  test("has a row for each group, in one order, whatever the order in which resources come", () =>
    assert(
      property(
        spenders.chain((all) => tuple(constant(all), shuffledSubarray(all, { minLength: all.length }))),
        inMonth,
        groupBy,
        ([all, shuffled], at, by) => {
          const spend = fold(all, at, by);
          expect(fold(shuffled, at, by)).toEqual(spend);
          const keys = spend.rows.map(({ group }) => JSON.stringify(group));
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    ));

  test("keeps what is asked for: as if there were nothing else", () =>
    assert(
      property(spenders, inMonth, groupBy, where, (all, at, by, filter) => {
        const wanted = all.filter((each) =>
          LIVE_DIMENSIONS.every((key) => filter[key]?.includes(valueIn(each, key) ?? "") ?? true),
        );
        expect(fold(all, at, by, filter)).toEqual(fold(wanted, at, by));
      }),
      { numRuns: 500 },
    ));

  test("counts nothing that was outside the month, but for what is there at the instant", () =>
    assert(
      property(spenders, inMonth, (all, at) => {
        const clipped = all.map((each) => ({
          ...each,
          intervals: each.intervals.flatMap((interval) => {
            const from = Math.max(interval.from, PERIOD.start);
            const until = Math.min(interval.until ?? PERIOD.end, PERIOD.end);
            return from < until ? [{ ...interval, from, until }] : [];
          }),
        }));
        expect(fold(clipped, at).totals).toEqual(fold(all, at).totals);
      }),
      { numRuns: 500 },
    ));

  test("only grows within a month", () =>
    assert(
      property(spenders, inMonth, inMonth, (all, one, other) => {
        const [early, late] = [fold(all, Math.min(one, other)), fold(all, Math.max(one, other))].map(
          ({ totals }) => totals.monthToDate,
        );
        for (const [currency, amount] of early?.amounts ?? [])
          expect(late?.amounts.get(currency)).toBeGreaterThanOrEqual(amount);
        for (const count of ["resources", "unpriced", "mayHaveEnded", "unpricedHours"] as const)
          expect(late?.[count]).toBeGreaterThanOrEqual(early?.[count] ?? 0);
      }),
      { numRuns: 500 },
    ));

  test("costs in an hour what it grows by in the next, while nothing changes", () =>
    assert(
      property(spenders, inMonth, (all, at) => {
        const later = at + 3_600_000;
        const isSteady = all.every(({ intervals: each }) =>
          each.every(
            ({ from, until }) =>
              from <= at === from < later && (until ?? later) <= at === (until ?? later) < later,
          ),
        );
        if (!isSteady || later >= PERIOD.end) return;
        const [now, then] = [fold(all, at).totals, fold(all, later).totals];
        for (const [currency, amount] of now.hourly.amounts) {
          const grown =
            (then.monthToDate.amounts.get(currency) ?? 0n) - (now.monthToDate.amounts.get(currency) ?? 0n);
          // Each resource is rounded once in either.
          expect(grown - amount).toBeLessThanOrEqual(BigInt(all.length));
          expect(amount - grown).toBeLessThanOrEqual(BigInt(all.length));
        }
      }),
    ));

  test("is never 0 for what nobody knows", () =>
    assert(
      property(spenders, inMonth, groupBy, (all, at, by) => {
        for (const { hourly, monthToDate } of fold(all, at, by).rows) {
          for (const { amounts, resources, unpriced } of [hourly, monthToDate]) {
            expect(unpriced).toBeLessThanOrEqual(resources);
            if (resources === 0) expect(amounts.size).toBe(0);
          }
          expect(hourly.amounts.size === 0).toBe(hourly.unpriced === hourly.resources);
          expect(monthToDate.unpricedHours > 0n).toBe(monthToDate.unpriced > 0);
        }
      }),
    ));
});

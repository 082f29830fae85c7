import { describe, expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { periodAt } from "../../costs/period.ts";
import { unknownPrice } from "../../spend/price.ts";
import { makePrice } from "../../spend/testing/rates.ts";
import { LiveFold, type LiveQuery } from "./fold.ts";
import { jsonLive } from "./json.ts";
import { makeInterval, makeSpender } from "./testing/make-spender.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 8, 1);
const NOON = START + 12 * HOUR;

/** Live spend as programs read it, half a day after a month began. */
function liveOf(all: readonly ReturnType<typeof makeSpender>[], given: Partial<LiveQuery> = {}) {
  const fold = new LiveFold({ period: periodAt(START), at: NOON, groupBy: ["team"], where: {}, ...given });
  for (const each of all) fold.add(each);
  return jsonLive(fold.result());
}

describe("at noon of the first day", () => {
  test("an instance has cost twelve hours, whenever it began before", () => {
    expect(liveOf([makeSpender()])).toEqual({
      at: "2026-09-01T12:00:00.000Z",
      month: "2026-09",
      totals: {
        monthToDate: {
          amounts: [{ amount: "1.2", currency: "USD" }],
          resources: 1,
          unpriced: 0,
          mayHaveEnded: 0,
          unpricedHours: "0",
        },
        hourly: { amounts: [{ amount: "0.1", currency: "USD" }], resources: 1, unpriced: 0, mayHaveEnded: 0 },
      },
      rows: [expect.objectContaining({ team: "vision", hourly: expect.objectContaining({ resources: 1 }) })],
    });
  });

  test("one that was stopped at six costs six hours and nothing now, and that is known", () => {
    const [ran, stands] = [START + 6 * HOUR, makePrice("0.1")];
    const stopped = makeSpender({
      intervals: [makeInterval({ until: ran }), makeInterval({ from: ran, isRunning: false, price: stands })],
    });
    const { monthToDate, hourly } = liveOf([stopped]).totals;
    expect(monthToDate.amounts).toEqual([{ amount: "0.6", currency: "USD" }]);
    expect(hourly).toEqual({
      amounts: [{ amount: "0", currency: "USD" }],
      resources: 1,
      unpriced: 0,
      mayHaveEnded: 0,
    });
  });

  test("what nobody knows the price of is counted with its hours, and is in no amount", () => {
    const unknown = makeInterval({ from: START + 90 * 60_000, price: unknownPrice("nobody knows") });
    const { monthToDate, hourly } = liveOf([makeSpender({ intervals: [unknown] })]).totals;
    expect(monthToDate).toMatchObject({ amounts: [], resources: 1, unpriced: 1, unpricedHours: "10.5" });
    expect(hourly).toMatchObject({ amounts: [], resources: 1, unpriced: 1 });
  });

  test("what became unknown keeps what it cost before", () => {
    const changed = START + 2 * HOUR;
    const spender = makeSpender({
      intervals: [
        makeInterval({ until: changed }),
        makeInterval({ from: changed, price: unknownPrice("nobody knows") }),
      ],
    });
    expect(liveOf([spender]).totals.monthToDate).toMatchObject({
      amounts: [{ amount: "0.2", currency: "USD" }],
      resources: 1,
      unpriced: 1,
      unpricedHours: "10",
    });
  });

  test("a job whose end nobody saw may have ended before", () => {
    const job = makeInterval({ from: START, until: NOON + HOUR, endsEarlier: true });
    const { monthToDate, hourly } = liveOf([makeSpender({ intervals: [job] })]).totals;
    expect([monthToDate.mayHaveEnded, hourly.mayHaveEnded]).toEqual([1, 1]);
  });

  test("what begins at noon is there and has cost nothing; what ends at noon is not there", () => {
    const begins = makeSpender({ intervals: [makeInterval({ from: NOON })] });
    expect(liveOf([begins]).totals).toMatchObject({
      monthToDate: { resources: 0 },
      hourly: { resources: 1 },
    });
    const ends = makeSpender({ intervals: [makeInterval({ until: NOON })] });
    expect(liveOf([ends]).totals).toMatchObject({ monthToDate: { resources: 1 }, hourly: { resources: 0 } });
  });

  test("what was over before the month, or begins later, has no row", () => {
    const [over, later] = [makeInterval({ until: START }), makeInterval({ from: NOON + 1 })];
    expect(liveOf([over, later].map((each) => makeSpender({ intervals: [each] }))).rows).toEqual([]);
  });

  test("currencies stand side by side", () => {
    const yuan = makeInterval({ price: makePrice("0.7", { currency: "CNY" }) });
    expect(liveOf([makeSpender(), makeSpender({ intervals: [yuan] })]).totals.hourly.amounts).toEqual([
      { amount: "0.7", currency: "CNY" },
      { amount: "0.1", currency: "USD" },
    ]);
  });
});

test("an amount that no decimal holds is rounded once for each resource, and sums are sums of these", () => {
  const third = makeInterval({ from: START, until: START + HOUR / 3 });
  const { rows, totals } = liveOf(
    ["a", "b"].map((team) => makeSpender({ dimensions: { team }, intervals: [third] })),
  );
  const [first] = rows.map(({ monthToDate }) => monthToDate.amounts[0]?.amount ?? "");
  expect(first).toBe("0.033333333333333333333333");
  expect(parseAmount(totals.monthToDate.amounts[0]?.amount ?? "")).toBe(2n * parseAmount(first ?? ""));
});

test("groups are what is asked for, in that order, what is missing last", () => {
  const all = [
    makeSpender({ dimensions: {}, region: null }),
    makeSpender({ dimensions: { team: "vision" } }),
    makeSpender({ dimensions: { team: "ranking" }, type: "ec2:volume" }),
  ];
  const { rows } = liveOf(all, { groupBy: ["type", "team", "region"] });
  expect(rows.map(({ type, team, region }) => [type, team, region])).toEqual([
    ["ec2:instance", "vision", "us-east-1"],
    ["ec2:instance", null, null],
    ["ec2:volume", "ranking", "us-east-1"],
  ]);
});

test("filters keep one of several values, and what has none", () => {
  const all = ["a", "b", null].map((team) => makeSpender({ dimensions: { team } }));
  const teams = (team: readonly string[]) => liveOf(all, { where: { team } }).rows.map((row) => row.team);
  expect(teams(["a", "b"])).toEqual(["a", "b"]);
  expect(teams([""])).toEqual([null]);
  expect(liveOf(all, { where: { team: ["a"], type: ["ec2:volume"] } }).rows).toEqual([]);
});

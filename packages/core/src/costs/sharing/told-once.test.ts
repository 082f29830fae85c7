import { describe, expect, test } from "vitest";
import { refuseToldTwice, type ToldUse } from "./told-once.ts";
import type { UsageRow } from "./usage.ts";

const DAY = 86_400_000;

type Days = readonly [from: number, until: number];

function told(name: string, days: Days, given: Partial<UsageRow> = {}): ToldUse {
  const finer = { project: null, workload: null, environment: null, experiment: null };
  const use = { pool: "gpu", team: "vision", metric: "gpu-hours", quantity: 5n, place: name };
  const row = { start: days[0] * DAY, end: days[1] * DAY, ...finer, ...use, ...given };
  const kind = name.split(" ")[0] as ToldUse["kind"];
  return { name, kind, rows: [row] };
}

const checking =
  (...sources: readonly ToldUse[]) =>
  () =>
    refuseToldTwice(sources);

describe("use that sources of different kinds tell", () => {
  test.each<readonly [string, Days, string, Days]>([
    ["prometheus a", [0, 1], "opencost b", [0, 1]],
    ["scad", [0, 1], "prometheus a", [0, 1]],
    ["csv usage.csv", [0, 30], "opencost b", [4, 5]],
    ["cloudwatch Store", [4, 5], "cloudtrail logs", [0, 30]],
    ["s3-inventory a", [0, 5], "csv usage.csv", [4, 6]],
  ])("is refused where it is of the same time: %s %j and %s %j", (one, days, other, others) => {
    expect(checking(told(one, days), told(other, others, { team: "speech" }))).toThrow(
      `pool "gpu": ${one} and ${other} both tell use at`,
    );
  });

  test("is fine one after the other, as where people hand in what was before", () => {
    expect(
      checking(told("csv a", [0, 4]), told("prometheus p", [4, 5]), told("opencost o", [5, 9])),
    ).not.toThrow();
  });

  test.each([
    ["of another pool", { pool: "cpu" }],
    ["of another metric", { metric: "cpu-core-hours" }],
    ["of capacity", { team: "capacity" }],
    ["of nothing", { quantity: 0n }],
  ])("is fine %s", (_, given) => {
    expect(checking(told("scad", [0, 1]), told("csv capacity.csv", [0, 1], given))).not.toThrow();
  });

  test("is told with both sources, pool, metric and time", () => {
    expect(checking(told("scad", [1, 2]), told("csv a.csv", [0, 30]))).toThrow(
      'pool "gpu": scad and csv a.csv both tell use at 1970-01-02T00:00:00.000Z of gpu-hours, which would count twice',
    );
  });
});

describe("use that sources of one kind tell", () => {
  test.each(["prometheus", "csv", "s3-inventory"])("is added up: %s", (kind) => {
    const others = told(`${kind} b`, [0, 1], { quantity: 6n });
    expect(checking(told(`${kind} a`, [0, 1]), others)).not.toThrow();
  });

  test("is added up where it is of several buckets, however these are looked at", () => {
    expect(
      checking(told("s3-inventory a", [0, 30]), told("s3-listing b", [0, 30], { quantity: 6n })),
    ).not.toThrow();
  });

  test("is refused where both tell the very same", () => {
    expect(checking(told("prometheus a", [0, 1]), told("prometheus b", [0, 1]))).toThrow(
      'pool "gpu": prometheus a and prometheus b both tell the very same use of gpu-hours',
    );
  });

  test("is added up where clusters are alike in one team", () => {
    const [one, other] = [told("prometheus a", [0, 1]), told("prometheus b", [0, 1])];
    const more = told("prometheus b", [0, 1], { team: "speech" });
    expect(checking(one, { ...other, rows: [...other.rows, ...more.rows] })).not.toThrow();
  });

  test("is refused where people hand in a row twice", () => {
    const json = told("json b.json", [0, 1], { place: "b.json:7" });
    expect(checking(told("csv a.csv", [0, 1], { place: "a.csv:2" }), json)).toThrow(
      "both tell the same row (a.csv:2 and b.json:7) of gpu-hours",
    );
  });
});

import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../../costs/money.ts";
import { coverageOf } from "./coverage.ts";
import { monthDays } from "./days.ts";
import { experimentCosts } from "./experiments.ts";
import { makeCell } from "./testing/make-cell.ts";
import { unallocatedRows } from "./unallocated.ts";

const vision = { team: "vision" };

describe("the days of a month", () => {
  test("are all that have begun, each with what was spent up to it", () => {
    const cells = [
      makeCell({ leaf: vision, day: 2, amount: "1.5" }),
      makeCell({ leaf: vision, day: 2, service: "AmazonS3", amount: "0.5" }),
      makeCell({ leaf: vision, day: 3, amount: "-1" }),
      makeCell({ leaf: vision, amount: "7" }),
      makeCell({ leaf: vision, pool: "gpu", amount: "20" }),
    ];
    const { days, ofNoDay, shared, total } = monthDays(cells, {}, 4);
    expect(
      days.map(({ day, amount, cumulative }) => [day, formatAmount(amount), formatAmount(cumulative)]),
    ).toEqual([
      [1, "0", "0"],
      [2, "2", "2"],
      [3, "-1", "1"],
      [4, "0", "1"],
    ]);
    expect([ofNoDay, shared, total].map(formatAmount)).toEqual(["7", "20", "28"]);
  });

  test("are more than have begun where the bill tells of them", () => {
    const { days } = monthDays([makeCell({ leaf: vision, day: 30 })], {}, 4);
    expect(days).toHaveLength(30);
  });
});

describe("experiments", () => {
  test("come with direct and shared cost and their days, the dearest first", () => {
    const run = (experiment: string | null) => ({ team: "vision", project: "churn", experiment });
    const costs = experimentCosts(
      [
        makeCell({ leaf: run("exp-1"), day: 3, amount: "1" }),
        makeCell({ leaf: run("exp-1"), day: 3, service: "AmazonS3", amount: "1" }),
        makeCell({ leaf: run("exp-1"), day: 9, amount: "1" }),
        makeCell({ leaf: run("exp-1"), pool: "gpu", amount: "0.5" }),
        makeCell({ leaf: run("exp-2"), pool: "gpu", amount: "9" }),
        makeCell({ leaf: run(null), day: 1, amount: "100" }),
      ],
      {},
    );
    expect(costs).toMatchObject([
      { experiment: "exp-2", direct: 0n, total: parseAmount("9"), days: 0, first: null, last: null },
      {
        experiment: "exp-1",
        shared: parseAmount("0.5"),
        total: parseAmount("3.5"),
        days: 2,
        first: 3,
        last: 9,
      },
    ]);
  });
});

describe("tag coverage", () => {
  const established = [
    { team: "vision", by: "tag", amount: parseAmount("6") },
    { team: "vision", by: "ledger", amount: parseAmount("1") },
    { team: "vision", by: "account", amount: parseAmount("3") },
    { team: "nlp", by: "tag", amount: parseAmount("-5") },
  ] as const;

  test("is the part of direct cost whose team its own or its dated tag established", () => {
    expect(coverageOf(established, ["vision"])).toMatchObject({
      direct: parseAmount("10"),
      covered: parseAmount("7"),
      fraction: { n: 7n, d: 10n },
    });
  });

  test("tells of no other team, also not in sums", () => {
    const { teams, direct } = coverageOf(established, ["vision"]);
    expect(teams.map(({ team }) => team)).toEqual(["vision"]);
    expect(formatAmount(direct)).toBe("10");
    expect(coverageOf(established, null).teams).toHaveLength(2);
    expect(coverageOf(established, [])).toMatchObject({ direct: 0n, teams: [] });
  });

  test("is no fraction where credits outweigh charges", () => {
    expect(coverageOf(established, ["nlp"]).fraction).toBeNull();
  });
});

test("what is nobody's is summed by its reason, and by what is asked for", () => {
  const cells = [
    makeCell({ reason: "no-team", service: "AmazonEC2", amount: "1" }),
    makeCell({ reason: "no-team", service: "AmazonS3", amount: "2" }),
    makeCell({ reason: "invalid-team", value: "=cmd", service: "AmazonS3", amount: "4" }),
    makeCell({ reason: "idle", value: "gpu", pool: "gpu", amount: "0" }),
  ];
  const rows = (groupBy: readonly "service"[]) =>
    unallocatedRows(cells, { groupBy, where: {} }).map((row) => [
      row.reason,
      row.value,
      ...row.group,
      formatAmount(row.amount),
    ]);
  expect(rows([])).toEqual([
    ["invalid-team", "=cmd", "4"],
    ["no-team", null, "3"],
  ]);
  expect(rows(["service"])).toEqual([
    ["invalid-team", "=cmd", "AmazonS3", "4"],
    ["no-team", null, "AmazonEC2", "1"],
    ["no-team", null, "AmazonS3", "2"],
  ]);
});

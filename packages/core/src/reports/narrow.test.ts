import { describe, expect, test } from "vitest";
import { formatAmount } from "../costs/money.ts";
import { narrow } from "./narrow.ts";
import { makeReport } from "./render/testing/make-report.ts";
import { sampleReport } from "./render/testing/sample.ts";
import type { Report } from "./report.ts";

const WHOLE = makeReport({
  ...sampleReport(),
  established: [
    { team: "fraud", by: "tag", amount: 1n },
    { team: "search", by: "account", amount: 2n },
  ],
  excluded: "7.5",
});

function totals({ totals: { bill, direct, shared, unallocated, excluded } }: Report): string[] {
  return [bill, direct, shared, unallocated, excluded].map(formatAmount);
}

function rows({ rows: all }: Report): string[] {
  return all.map(
    ({ group, total }) => `${group.map((value) => value ?? "-").join("/")} ${formatAmount(total)}`,
  );
}

describe("a report that is narrowed to a team", () => {
  const narrowed = narrow(WHOLE, { groupBy: ["workload"], teams: ["search"] });

  test("holds what is that team's, in the groups asked for", () => {
    expect(rows(narrowed)).toEqual(["training 2434.76"]);
    expect(narrowed.groupBy).toEqual(["workload"]);
    expect(narrowed.leaves.map(({ leaf }) => leaf.project)).toEqual(["ranking", "refunds"]);
    expect(narrowed.established).toEqual([{ team: "search", by: "account", amount: 2n }]);
    expect(narrowed.pools[0]?.shares.map(({ team }) => team)).toEqual(["search"]);
  });

  test("sums what it holds, and no money that is nobody's", () => {
    expect(totals(narrowed)).toEqual(["2434.76", "2424.75", "10.01", "0", "0"]);
    expect(narrowed.unallocated).toEqual([]);
  });

  test("keeps what a pool comes to, the proof, and the snapshot", () => {
    expect(narrowed.pools[0]?.amount).toBe(WHOLE.pools[0]?.amount);
    expect(narrowed.reconciliation).toBe(WHOLE.reconciliation);
    expect(narrowed.snapshot).toBe(WHOLE.snapshot);
  });

  test("says what it was narrowed to", () => {
    expect(narrowed.where).toEqual({ team: ["search"] });
  });
});

test("an empty text stands for what is nobody's, in scope or not", () => {
  const nobodys = narrow(WHOLE, { groupBy: ["team"], teams: [""] });
  expect(nobodys.leaves).toEqual([]);
  expect(nobodys.unallocated).toEqual(WHOLE.unallocated);
  const { unallocated, excluded } = WHOLE.totals;
  expect(nobodys.totals).toEqual({
    bill: unallocated + excluded,
    direct: 0n,
    shared: 0n,
    unallocated,
    excluded,
  });
});

test("all teams and nobody together are the whole", () => {
  const all = narrow(WHOLE, { groupBy: WHOLE.groupBy, teams: ["", "fraud", "search"] });
  expect({ ...all, where: {} }).toEqual({ ...WHOLE, where: {} });
});

test.each([
  ["no team", []],
  ["a team that has no part in it", ["marketing"]],
])("of %s there is nothing, and the proof stays whole", (_, teams) => {
  const empty = narrow(WHOLE, { groupBy: ["team"], teams });
  expect([rows(empty), totals(empty), empty.leaves]).toEqual([[], ["0", "0", "0", "0", "0"], []]);
  expect(empty.reconciliation).toBe(WHOLE.reconciliation);
});

test("without teams a report is only grouped anew", () => {
  const grouped = narrow(WHOLE, { groupBy: ["team"] });
  expect(rows(grouped)).toEqual(["fraud 2002.95678978900000000001", "search 2434.76"]);
  expect({ ...grouped, groupBy: WHOLE.groupBy, rows: WHOLE.rows }).toEqual(WHOLE);
  expect(rows(narrow(WHOLE, { groupBy: [] }))).toEqual(
    ["4437.71678978900000000001"].map((total) => ` ${total}`),
  );
});

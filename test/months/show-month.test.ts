import { storesIn } from "@tagledger/adapters/ledger/stores";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import { daysOfMonth, experimentsOfMonth, unallocatedOfMonth } from "@tagledger/core/flows/month/figures";
import { showMonth } from "@tagledger/core/flows/show-month";
import type { MonthCell } from "@tagledger/core/reports/month/cell";
import { monthJsonText } from "@tagledger/core/reports/month/render/json";
import { makeCell } from "@tagledger/core/reports/month/testing/make-cell";
import type { DetailHolder } from "@tagledger/core/snapshots/detail";
import { beforeEach, describe, expect, test } from "vitest";
import { madeSnapshot, publishSnapshot } from "../contracts/snapshots/made.ts";
import { inTurn, madeDetail } from "../contracts/snapshots/made-detail.ts";

const QUERY = { groupBy: ["team"], where: {} } as const;
const team = (name: string): DetailHolder => ({ kind: "team", name });
let snapshots: ReturnType<typeof storesIn>["snapshots"];

beforeEach(async () => {
  snapshots = storesIn(memoryItems()).snapshots;
  await publish("2026-08", "august", [
    [team("vision"), [makeCell({ leaf: { team: "vision" }, service: "AmazonEC2", day: 7, amount: "4" })]],
    [team("gone"), [makeCell({ leaf: { team: "gone" }, service: "AmazonS3", day: 1, amount: "1" })]],
  ]);
  await publish("2026-09", "september", [
    [
      team("vision"),
      [
        makeCell({ leaf: { team: "vision" }, service: "AmazonEC2", day: 7, amount: "10" }),
        makeCell({ leaf: { team: "vision", project: "shared" }, pool: "gpu", amount: "2.5" }),
      ],
    ],
    [
      team("secret"),
      [makeCell({ leaf: { team: "secret", experiment: "exp-1" }, service: "hidden", day: 9, amount: "77" })],
    ],
    [{ kind: "unallocated" }, [makeCell({ reason: "no-team", service: "AmazonS3", amount: "5" })]],
    [{ kind: "excluded" }, [makeCell({ service: "AmazonEC2", day: 3, amount: "6" })]],
  ]);
});

async function publish(
  period: string,
  id: string,
  parts: readonly (readonly [DetailHolder, readonly MonthCell[]])[],
) {
  const details = parts.map(([holder, cells]) => ({ ...madeDetail(holder, cells), period }));
  await snapshots.keepDetails(id, inTurn(details));
  await publishSnapshot(snapshots, madeSnapshot(id, { period }));
}

async function shown(given: Partial<Parameters<typeof showMonth>[1]> = {}) {
  const asked = { period: "2026-09", basis: "effective", teams: null, ...QUERY, ...given } as const;
  const month = await showMonth({ snapshots }, asked);
  if (month === null) throw new Error("nothing was shown");
  return month;
}

describe("a month that is shown", () => {
  test("is of the snapshot that is read, to who sees all with what is nobody's", async () => {
    const { report, hashes } = await shown();
    expect(report).toMatchObject({ snapshot: "september", currency: "USD" });
    expect(report.grouped.rows.map(({ group, total }) => [group[0], formatAmount(total)])).toEqual([
      ["secret", "77"],
      ["vision", "12.5"],
    ]);
    expect(formatAmount(report.grouped.totals.bill)).toBe("100.5");
    expect(hashes).toHaveLength(4);
  });

  test("stands beside the month before, groups that are gone included", async () => {
    const { report } = await shown({ compare: true });
    expect(report.compared?.with?.snapshot).toBe("august");
    expect(
      report.compared?.month?.rows.map(({ group, before, change }) => [
        group[0],
        formatAmount(before),
        formatAmount(change),
      ]),
    ).toEqual([
      ["gone", "1", "-1"],
      ["secret", "0", "77"],
      ["vision", "4", "8.5"],
    ]);
    const days = await shown({
      compare: true,
      groupBy: ["day"],
      where: { team: ["vision"], service: ["AmazonEC2"] },
    });
    expect(days.report.compared?.month?.rows).toMatchObject([{ group: ["07"], change: parseAmount("6") }]);
  });

  test("stands alone where nothing is known of the month before", async () => {
    const { report } = await shown({ period: "2026-08", compare: true });
    expect(report.compared).toEqual({ with: null, month: null });
    await publishSnapshot(snapshots, madeSnapshot("july", { period: "2026-07" }));
    expect((await shown({ period: "2026-08", compare: true })).report.compared?.month).toBeNull();
  });

  test("is nothing where no snapshot was made, and refused where its cells were not kept", async () => {
    const asked = { period: "2026-07", basis: "effective", teams: null, ...QUERY } as const;
    expect(await showMonth({ snapshots }, asked)).toBeNull();
    await publishSnapshot(snapshots, madeSnapshot("july", { period: "2026-07" }));
    await expect(showMonth({ snapshots }, asked)).rejects.toMatchObject({ code: "bad-input" });
  });

  test("has other hashes if and only if what it follows from is other", async () => {
    const before = await shown({ teams: ["vision"] });
    expect((await shown({ teams: ["vision"] })).hashes).toEqual(before.hashes);
    const vision = makeCell({ leaf: { team: "vision" }, service: "AmazonEC2", day: 7, amount: "11" });
    await publish("2026-09", "again", [[team("vision"), [vision]]]);
    expect((await shown({ teams: ["vision"] })).hashes).not.toEqual(before.hashes);
  });
});

describe("a team that is shown a month", () => {
  test.each([
    { ...QUERY },
    { groupBy: ["service", "day", "pool"], where: {} },
    { groupBy: ["team"], where: { team: ["secret"] } },
    { groupBy: ["account"], where: { team: ["vision", "secret", ""] }, compare: true },
    { groupBy: ["experiment"], where: { service: ["hidden"] } },
  ] as const)("sees nothing of others: %j", async (given) => {
    const { report, hashes } = await shown({ ...given, teams: ["vision"] });
    const narrowed = { ...report, where: {} };
    expect(monthJsonText(narrowed)).not.toMatch(/secret|hidden|exp-1|77|gone|100\.5|89\.5/);
    expect(report.grouped.totals).toMatchObject({ unallocated: null, excluded: null });
    expect(hashes.filter((hash) => hash !== "").length).toBeLessThanOrEqual(2);
  });

  test("fetches its own cells alone", async () => {
    const read: string[] = [];
    const watched: typeof snapshots = {
      ...snapshots,
      readDetailOf: (entry) => {
        read.push(JSON.stringify(entry.holder));
        return snapshots.readDetailOf(entry);
      },
    };
    await showMonth(
      { snapshots: watched },
      { period: "2026-09", basis: "effective", teams: ["vision"], ...QUERY },
    );
    expect(read).toEqual([JSON.stringify(team("vision"))]);
  });

  test("is shown days and experiments of its own", async () => {
    const asked = { period: "2026-09", basis: "effective", teams: ["vision"], where: {} } as const;
    const days = await daysOfMonth({ snapshots, clock: () => Date.UTC(2026, 8, 8, 12) }, asked);
    expect(days?.figures.days.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(days?.figures.days.at(-1)).toMatchObject({ amount: 0n, cumulative: parseAmount("10") });
    expect((await experimentsOfMonth({ snapshots }, asked))?.figures).toEqual([]);
    const whole = await experimentsOfMonth({ snapshots }, { ...asked, teams: null });
    expect(whole?.figures).toMatchObject([{ experiment: "exp-1", days: 1 }]);
  });
});

test("what is nobody's is told by its reason, and fetched alone", async () => {
  const asked = { period: "2026-09", basis: "effective", groupBy: ["service"], where: {} } as const;
  const month = await unallocatedOfMonth({ snapshots }, asked);
  expect(month?.figures).toEqual([
    { reason: "no-team", value: null, group: ["AmazonS3"], amount: parseAmount("5") },
  ]);
  expect(month?.hashes).toHaveLength(2);
});

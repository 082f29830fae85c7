import { sum } from "@tagledger/core/costs/money";
import type { DetailHolder } from "@tagledger/core/snapshots/detail";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeCharges } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2 } from "../bills/deliver.ts";
import { inTurn, madeDetail, teamCell } from "../contracts/snapshots/made-detail.ts";
import { type Laptop, makeLaptops } from "../ingest/laptop.ts";
import { deliver, divideOn, handIn, SHARING, snapshotOf } from "./allocating.ts";

const { folders, newLaptop } = makeLaptops();
const USE = ["gpu,fraud-detection,gpu-hours,3", "gpu,personalization,gpu-hours,1.5"];

let begun: string;
let laptop: Laptop;

beforeAll(async () => {
  begun = folders.make();
  const first = await newLaptop();
  await first.take(await deliver(first.folder, 1), { rules: SHARING });
  handIn(first.folder, USE);
  begun = first.folder;
});

beforeEach(async () => {
  laptop = await newLaptop(begun);
});

async function cellsOf(snapshot: Snapshot, holder: DetailHolder) {
  return (await laptop.snapshots.readDetail(snapshot.id, holder))?.cells ?? [];
}

async function everyHolder({ id, report }: Snapshot) {
  const kept = (await laptop.snapshots.details(id)) ?? [];
  expect(kept.length).toBeGreaterThan(0);
  expect(sum(kept.map(({ total }) => total))).toBe(report.totals.bill);
  return kept.map(({ holder }) => holder);
}

describe("what a snapshot's money is made of", () => {
  test("comes to each team's direct and shared cost, on every basis", async () => {
    for (const { snapshot } of await divideOn(laptop)) {
      if (snapshot === null) throw new Error("nothing was published");
      const holders = await everyHolder(snapshot);
      for (const { leaf, direct, shared } of snapshot.report.leaves) {
        const cells = await cellsOf(snapshot, { kind: "team", name: leaf.team ?? "" });
        const own = cells.filter((cell) => JSON.stringify(cell.leaf) === JSON.stringify(leaf));
        const through = (isShared: boolean) =>
          sum(own.filter(({ pool }) => (pool !== null) === isShared).map(({ amount }) => amount));
        expect([through(false), through(true)]).toEqual([direct, shared]);
      }
      for (const kind of ["unallocated", "excluded"] as const) {
        if (!holders.some((holder) => holder.kind === kind)) continue;
        const cells = await cellsOf(snapshot, { kind });
        expect(sum(cells.map(({ amount }) => amount))).toBe(snapshot.report.totals[kind]);
      }
      for (const { reason, value, amount } of snapshot.report.unallocated) {
        const own = (await cellsOf(snapshot, { kind: "unallocated" })).filter(
          (cell) => cell.reason === reason && cell.value === value,
        );
        expect(sum(own.map((cell) => cell.amount))).toBe(amount);
      }
    }
  });

  test("is told by day, service and account where it is direct", async () => {
    const snapshot = snapshotOf(await divideOn(laptop, { rules: RULES, sources: [] }));
    const team = { kind: "team", name: "fraud-detection" } as const;
    const direct = (await cellsOf(snapshot, team)).filter(({ pool, day }) => pool === null && day > 0);
    expect(new Set(direct.map(({ day }) => day)).size).toBeGreaterThan(10);
    expect(new Set(direct.map(({ service }) => service))).toEqual(new Set(["AmazonEC2", "AmazonSageMaker"]));
    const shared = (await cellsOf(snapshot, team)).filter(({ pool }) => pool === "storage");
    expect(shared).toMatchObject([{ service: "", account: "", day: 0 }]);
  });

  test("is not made again where nothing changed", async () => {
    snapshotOf(await divideOn(laptop));
    let kept = 0;
    const keepDetails: typeof laptop.snapshots.keepDetails = async (id, details) => {
      kept++;
      await laptop.snapshots.keepDetails(id, details);
    };
    await divideOn({ ...laptop, snapshots: { ...laptop.snapshots, keepDetails } });
    expect(kept).toBe(0);
  });

  test("is made again where what is kept does not come to the snapshot", async () => {
    const { id } = snapshotOf(await divideOn(laptop));
    const details = await laptop.snapshots.details(id);
    for (const others of [
      [],
      [madeDetail({ kind: "team", name: "fraud-detection" }, [teamCell("fraud-detection", 1)])],
    ]) {
      await laptop.snapshots.keepDetails(id, inTurn(others));
      expect(await laptop.snapshots.details(id)).not.toEqual(details);
      await divideOn(laptop);
      expect(await laptop.snapshots.details(id)).toEqual(details);
    }
  });

  test("is made again for a version of the same charges, whose days may be others", async () => {
    const { id } = snapshotOf(await divideOn(laptop));
    const details = await laptop.snapshots.details(id);
    await laptop.snapshots.keepDetails(id, inTurn([]));
    const charges = makeCharges(300, 1);
    const place = await deliverCur2(laptop.folder, charges, { run: "again", at: Date.UTC(2026, 9, 9) });
    await laptop.take(place, { rules: SHARING });
    expect(snapshotOf(await divideOn(laptop)).id).toBe(id);
    expect(await laptop.snapshots.details(id)).toEqual(details);
  });

  test("comes to what is reported where commitments are pooled as well", async () => {
    const rules = `${SHARING}commitments: pooled\n`;
    for (const { snapshot } of await divideOn(laptop, { rules }))
      if (snapshot !== null) await everyHolder(snapshot);
  });
});

import { join } from "node:path";
import type { HolderMonth } from "@tagledger/core/bills/day";
import { parseAmount } from "@tagledger/core/costs/money";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { makeCharges, PERIOD, type TestCharge } from "../bills/charge.ts";
import { deliverCur2, deliverFocus, deliverLegacy } from "../bills/deliver.ts";
import { type Laptop, makeFolders, openLaptop, totalOf } from "./laptop.ts";

const folders = makeFolders();
const open: Laptop[] = [];
afterEach(async () => {
  for (const laptop of open.splice(0)) await laptop.close();
});
afterAll(() => folders.remove());

async function newLaptop(from?: string): Promise<Laptop> {
  const laptop = await openLaptop(folders.make(from));
  open.push(laptop);
  return laptop;
}

const DAY = 86_400_000;
const AT = Date.UTC(2026, 8, 2);

/** Delivers a version of the bill: the seed tells how it was restated. */
function deliver(folder: string, seed: number, charges = makeCharges(600, seed)): Promise<string> {
  return deliverCur2(folder, charges, { run: `run-${seed}`, at: AT + seed * DAY });
}

function effective(charges: readonly TestCharge[]): bigint {
  return charges.reduce(
    (sum, { kind, cost, covered }) => sum + parseAmount(kind === "covered" ? covered : cost),
    0n,
  );
}

/** What is read of effective cost; covered usage is two lines of a CUR and one of FOCUS. */
function effectiveCells(months: readonly HolderMonth[]) {
  return months.map(({ holder, days }) => ({
    holder,
    days: days.map(({ day, cells, totals }) => ({
      day,
      total: totals.effective,
      cells: cells.map(({ lines: _lines, ...cell }) => cell),
    })),
  }));
}

describe("a bill that is taken in", () => {
  test("is the same for every holder and day in every format, to the last digit", async () => {
    const charges = makeCharges(2000);
    const months = [];
    for (const deliverAs of [deliverLegacy, deliverCur2, deliverFocus]) {
      const laptop = await newLaptop();
      const taken = await laptop.take(await deliverAs(laptop.folder, charges));
      expect(taken.map(({ outcome, reason }) => [outcome, reason])).toEqual([["published", null]]);
      months.push(await laptop.read());
    }
    const [legacy = [], ...others] = months;
    expect(totalOf(legacy)).toBe(effective(charges));
    expect(legacy.map(({ holder }) => holder.kind)).toEqual(
      expect.arrayContaining(["team", "pool", "unallocated"]),
    );
    for (const other of others) {
      expect(effectiveCells(other)).toEqual(effectiveCells(legacy));
      expect(totalOf(other, "billed")).toBe(totalOf(legacy, "billed"));
    }
  });

  test("changes nothing when it is delivered again, wherever it was copied to", async () => {
    const laptop = await newLaptop();
    await laptop.take(await deliver(laptop.folder, 1));
    const before = await laptop.read();
    const copy = folders.make(laptop.folder);
    for (const place of [laptop.folder, copy]) {
      const [again] = await laptop.take(join(place, "exports"));
      expect(again?.outcome).toBe("again");
    }
    expect(await laptop.read()).toEqual(before);
    expect(await laptop.ports.records.versions(PERIOD)).toHaveLength(1);
  });

  test("is replaced as a whole by its restatement, which writes only the days that changed", async () => {
    const laptop = await newLaptop();
    await laptop.take(await deliver(laptop.folder, 1));
    const [restated] = await laptop.take(await deliver(laptop.folder, 2));
    expect(restated?.outcome).toBe("published");
    const { written = 0, unchanged = 0 } = restated?.version.days ?? {};
    expect(written).toBeGreaterThan(0);
    expect(unchanged).toBeGreaterThan(written);
    const fresh = await newLaptop();
    await fresh.take(join(laptop.folder, "exports"));
    expect(await laptop.read()).toEqual(await fresh.read());
    expect((await laptop.ports.records.versions(PERIOD)).map(({ status }) => status)).toEqual([
      "superseded",
      "published",
    ]);
  });

  test("ends after ninety restatements as the last one was, which changed little", async () => {
    const laptop = await newLaptop();
    let charges = makeCharges(120);
    for (let day = 1; day <= 90; day++) {
      charges = charges.map((charge, index) =>
        index === day ? { ...charge, cost: `${day}.5`, covered: "0.25" } : charge,
      );
      const [taken] = await laptop.take(await deliver(laptop.folder, day, charges));
      expect(taken?.outcome).toBe("published");
      // A charge stands on one day of one holder; what follows others may move on every holder's day of no day.
      if (day > 1) expect(taken?.version.days?.written).toBeLessThanOrEqual(8);
    }
    const fresh = await newLaptop();
    await fresh.take(join(laptop.folder, "exports"));
    expect(await laptop.read()).toEqual(await fresh.read());
    expect(totalOf(await laptop.read())).toBe(effective(charges));
    const versions = await laptop.ports.records.versions(PERIOD);
    expect(versions.filter(({ contents }) => contents !== null && contents.cells !== null)).toHaveLength(12);
  });

  test("that is older than what is read stays unread", async () => {
    const [laptop, older] = [await newLaptop(), folders.make()];
    await laptop.take(await deliver(laptop.folder, 5));
    const before = await laptop.read();
    const [late] = await laptop.take(await deliver(older, 3));
    expect([late?.outcome, late?.reason]).toEqual(["late", "a version of 2026-09-07T00:00:00.000Z is read"]);
    expect(await laptop.read()).toEqual(before);
    expect((await laptop.take(join(older, "exports")))[0]?.outcome).toBe("late");
  });

  test("is told to others once", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    await laptop.take(place);
    await laptop.take(place);
    const events = await laptop.ledger.outgoing(10);
    expect(events.map(({ type, detail }) => [type, detail.export, detail.period, detail.previous])).toEqual([
      ["BillPublished", "cur2", PERIOD, null],
    ]);
  });

  test("of a payer whose bill is read already is refused, unless it takes the other's place", async () => {
    const laptop = await newLaptop();
    const charges = makeCharges(300);
    await laptop.take(await deliverLegacy(laptop.folder, charges));
    const before = await laptop.read();
    const focus = await deliverFocus(laptop.folder, charges);
    const [twice] = await laptop.take(focus);
    expect(twice?.outcome).toBe("refused");
    expect(twice?.reason).toMatch(/ml and focus both hold the bill of 999988887777.*--instead-of ml/);
    expect(await laptop.read()).toEqual(before);
    const [instead] = await laptop.take(focus, { insteadOf: "ml" });
    expect(instead?.outcome).toBe("published");
    const after = await laptop.read();
    expect(totalOf(after)).toBe(totalOf(before));
    expect(new Set(after.flatMap(({ days }) => days.map((day) => day.export)))).toEqual(new Set(["focus"]));
  });

  test("is divided anew under other rules, without being read again", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    await laptop.take(place);
    const { engine } = laptop.ports;
    const stage = () => Promise.reject(new Error("it was read again"));
    Object.assign(laptop.ports, { engine: { stage, open: engine.open } });
    const rules = `version: 1
tags: { ml-team: { required: true, values: [fraud-detection, personalization, ml-platform, nobody] } }
normalize: { case: lower, trim: true }
`;
    const [anew] = await laptop.take(place, { rules });
    expect(anew?.outcome).toBe("published");
    const months = await laptop.read();
    expect(months.map(({ holder }) => ("name" in holder ? holder.name : holder.kind))).toContain("nobody");
    expect(totalOf(months)).toBe(effective(makeCharges(600, 1)));
  });
});

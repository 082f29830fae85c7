import { cpSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diskFetcher } from "@tagledger/adapters/deliveries/disk-fetcher";
import { duckdbEngine } from "@tagledger/adapters/duckdb/engine";
import type { HolderMonth } from "@tagledger/core/bills/day";
import { parseAmount } from "@tagledger/core/costs/money";
import { describe, expect, test } from "vitest";
import { makeCharges, PERIOD, type TestCharge } from "../bills/charge.ts";
import { RULES } from "../bills/config.ts";
import { deliverCur2, deliverFocus, deliverLegacy } from "../bills/deliver.ts";
import { makeLaptops, totalOf } from "./laptop.ts";

const { folders, newLaptop } = makeLaptops();

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

describe("a version that is read", () => {
  test("stays so where it has to be read again and cannot be", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    await laptop.take(place);
    const before = await laptop.read();
    const part = join(laptop.folder, "exports/cur2/data/BILLING_PERIOD=2026-09/cur2-00001.snappy.parquet");
    writeFileSync(part, Buffer.alloc(statSync(part).size));
    const rules = `${RULES}  - { name: more, match: { tags: { other: x } }, method: even }\n`;
    const [refused] = await laptop.take(place, { rules });
    expect(refused?.outcome).toBe("refused");
    expect(
      (await laptop.ports.records.versions(PERIOD)).map(({ status, sequence }) => [status, sequence]),
    ).toEqual([["published", 1]]);
    expect(await laptop.read()).toEqual(before);
  });

  test("is read once more where its cells were lost, when that is asked for", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    await laptop.take(place);
    const before = await laptop.read();
    rmSync(join(laptop.folder, "cells"), { recursive: true });
    expect((await laptop.take(place))[0]?.outcome).toBe("again");
    const [anew] = await laptop.take(place, { again: true });
    expect([anew?.outcome, anew?.version.days?.written]).toEqual(["published", 0]);
    expect(await laptop.read()).toEqual(before);
    const cells = await laptop.ports.cells.open(anew?.version.contents?.cells ?? "");
    expect(cells.files.length).toBeGreaterThan(0);
  });

  test("without a manifest is what its files are now, though the newest of them was taken away", async () => {
    const [laptop, fresh] = [await newLaptop(), await newLaptop()];
    await deliver(laptop.folder, 1);
    const loose = join(laptop.folder, "loose");
    cpSync(join(laptop.folder, "exports/cur2/data/BILLING_PERIOD=2026-09"), loose, { recursive: true });
    const [older = "", newer = ""] = readdirSync(loose).map((name) => join(loose, name));
    utimesSync(older, AT / 1000, AT / 1000);
    utimesSync(newer, (AT + DAY) / 1000, (AT + DAY) / 1000);
    expect((await laptop.take(loose))[0]?.outcome).toBe("published");
    rmSync(newer);
    expect((await laptop.take(loose))[0]?.outcome).toBe("published");
    await fresh.take(loose);
    expect(await laptop.read()).toEqual(await fresh.read());
  });

  test("that is read once more leaves no cells of the time before", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    const [first] = await laptop.take(place);
    const size = { rows: 7, groups: 5, listed: 5 };
    Object.assign(laptop.ports, { engine: duckdbEngine({ fetcher: diskFetcher(), size }) });
    const [again] = await laptop.take(place, { again: true });
    const [before, now] = [first, again].map((taken) => taken?.version.contents?.cells ?? "");
    expect(now).not.toBe(before);
    expect(readdirSync(dirname(before ?? ""))).toEqual([basename(now ?? "")]);
  });

  test("is not replaced by the bill of others whose export is called the same, which may have another name", async () => {
    const [laptop, other] = [await newLaptop(), folders.make()];
    await laptop.take(await deliver(laptop.folder, 1));
    const before = await laptop.read();
    const manifest = await deliver(other, 5);
    writeFileSync(
      manifest,
      readFileSync(manifest, "utf8").replace("us-east-1:999988887777", "us-east-1:888877776666"),
    );
    const [namesake] = await laptop.take(manifest);
    expect(namesake?.outcome).toBe("refused");
    expect(namesake?.reason).toMatch(/888877776666.*--as NAME/);
    expect(await laptop.read()).toEqual(before);
    // The lines of these are the same payer's, so that under another name they still would count twice.
    expect((await laptop.take(manifest, { as: "theirs" }))[0]?.reason).toMatch(
      /cur2 and theirs both hold the bill/,
    );
  });

  test("of an export that another took the place of is left alone", async () => {
    const laptop = await newLaptop();
    const charges = makeCharges(100);
    const legacy = await deliverLegacy(laptop.folder, charges);
    await laptop.take(legacy);
    const focus = await deliverFocus(laptop.folder, charges);
    await laptop.take(focus, { insteadOf: "ml" });
    for (let day = 0; day < 2; day++) expect((await laptop.take(legacy))[0]?.outcome).toBe("late");
    const versions = await laptop.ports.records.versions(PERIOD);
    expect(versions.map(({ export: name, status, sequence }) => [name, status, sequence])).toEqual([
      ["focus", "published", 1],
      ["ml", "superseded", 1],
    ]);
  });

  test("has a number that no other version of its export has", async () => {
    const [laptop, older] = [await newLaptop(), folders.make()];
    await laptop.take(await deliver(laptop.folder, 5));
    await laptop.take(await deliver(older, 3));
    await laptop.take(await deliver(laptop.folder, 6));
    const versions = await laptop.ports.records.versions(PERIOD);
    expect(versions.map(({ status, sequence }) => [status, sequence])).toEqual([
      ["superseded", 1],
      ["late", 2],
      ["published", 3],
    ]);
  });

  test("gives its place to no export that nobody knows", async () => {
    const laptop = await newLaptop();
    const place = await deliver(laptop.folder, 1);
    await laptop.take(place);
    await expect(laptop.take(place, { insteadOf: "mistyped" })).rejects.toThrow("no export called mistyped");
  });
});

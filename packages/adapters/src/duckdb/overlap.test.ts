import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { curLine, focusLine, type Line, slashed, without } from "../testing/lines.ts";
import { totalOf } from "../testing/read.ts";
import { writeCsv, writeParquet } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "overlap-"));
});
afterEach(() => rm(folder, { recursive: true }));

const focus = Array.from({ length: 12 }, (_, index) => focusLine({ ResourceId: `i-${index}` }));
const cur = Array.from({ length: 12 }, (_, index) => curLine({ line_item_resource_id: `i-${index}` }));
const cur2 = cur.map((line) => ({
  ...without(line, "resource_tags_user_ml_team"),
  resource_tags: "{user_ml_team=vision}",
}));
const asDoubles = { line_item_unblended_cost: "DOUBLE", resource_tags: "MAP(VARCHAR, VARCHAR)" };
const focusOfCur = cur.map((line) => focusLine({ ResourceId: line.line_item_resource_id ?? "" }));
const focus10 = focus.map((line) => without(line, "InvoiceId", "SkuMeter"));

const csvOf = (name: string, lines: readonly Line[]) => writeCsv(at(name), lines);

describe("files that hold the same charges are refused", () => {
  const refused = async (...paths: readonly string[]) => {
    await expect(totalOf(paths)).rejects.toThrow(`${paths[0]} and ${paths[1]} hold the same charges`);
  };

  it("as a copy", async () => {
    await csvOf("a.csv", focus);
    await copyFile(at("a.csv"), at("copy of a.csv"));
    await refused(at("a.csv"), at("copy of a.csv"));
    await refused(await csvOf("one.csv", focus.slice(0, 1)), await csvOf("again.csv", focus.slice(0, 1)));
  });

  it("as CSV beside gzipped CSV, and beside Parquet", async () => {
    await refused(await csvOf("a.csv", cur), await csvOf("a.csv.gz", cur));
    await refused(await csvOf("b.csv", focus), await csvOf("b.csv.gz", focus));
    const doubles = { BilledCost: "DOUBLE", EffectiveCost: "DOUBLE", BillingPeriodStart: "TIMESTAMP" };
    await refused(at("b.csv"), await writeParquet(at("b.parquet"), focus, doubles));
  });

  it("as a legacy CUR beside CUR 2.0", async () => {
    await refused(
      await csvOf("a.csv", cur.map(slashed)),
      await writeParquet(at("b.parquet"), cur2, asDoubles),
    );
    const renumbered = cur2.map((line, index) => ({ ...line, identity_line_item_id: `other-${index}` }));
    await refused(at("a.csv"), await writeParquet(at("b.parquet"), renumbered, asDoubles));
  });

  it("as CUR beside FOCUS", async () => {
    await refused(await csvOf("a.csv", cur), await csvOf("b.csv", focusOfCur));
  });

  it("as one version of FOCUS beside another", async () => {
    await refused(await csvOf("a.csv", focus10), await csvOf("b.csv", focus));
  });

  it("where one is a part of the other", async () => {
    await refused(await csvOf("a.csv", focus), await csvOf("b.csv", focus.slice(1)));
    await refused(await csvOf("c.csv", cur), await csvOf("d.csv", cur.slice(-1)));
  });
});

describe("files of one bill are read together", () => {
  it("whether they are parts, in whatever order of columns", async () => {
    const reversed = focus.slice(5).map((line) => Object.fromEntries(Object.entries(line).reverse()));
    const parts = [await csvOf("a.csv", focus.slice(0, 5)), await csvOf("b.csv", reversed)];
    expect(await totalOf(parts)).toBe("108");
    expect(await totalOf(parts.toReversed())).toBe("108");
    expect(await totalOf([await csvOf("c.csv", cur.slice(0, 7)), await csvOf("d.csv", cur.slice(7))])).toBe(
      "120",
    );
  });

  it("though some of their lines look alike", async () => {
    const parts = [await csvOf("a.csv", focus.slice(0, 5)), await csvOf("b.csv", focus.slice(4))];
    expect(await totalOf(parts)).toBe("117");
  });

  it("though they are exports of different payers or months", async () => {
    const other = focus.map((line) => ({ ...line, BillingAccountId: "999900001111" }));
    expect(await totalOf([await csvOf("a.csv", cur), await csvOf("b.csv", other)])).toBe("228");
    const august = focus.map((line) => ({ ...line, BillingPeriodStart: "2026-08-01" }));
    expect(await totalOf([await csvOf("a.csv", cur), await csvOf("b.csv", august)])).toBe("120");
  });

  it("once, however often and by whatever way a file is given", async () => {
    const path = await csvOf("a.csv", focus);
    expect(
      await totalOf([path, path, folder, join(folder, "..", folder.split("/").at(-1) ?? "", "a.csv")]),
    ).toBe("108");
  });
});

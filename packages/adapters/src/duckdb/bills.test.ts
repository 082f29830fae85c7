import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatAmount, sum } from "@tagledger/core/costs/money";
import type { BillOptions } from "@tagledger/core/ports";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { curLine, focusLine } from "../testing/lines.ts";
import { readBill, totalOf, totalsByTag } from "../testing/read.ts";
import { writeCsv, writeParquet, writeQuery } from "../testing/write.ts";
import { duckdbBills } from "./bills.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bills-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe("a bill's path", () => {
  it.each([
    "a b.csv",
    "it's.csv",
    'a "b".csv',
    "a[1].csv",
    "a*.csv",
    "a?.csv",
    "größe 中.csv",
    "{a,b}.csv",
    "%20$(x).csv",
  ])("may be %s", async (name) => {
    // What the name would match if it were a pattern.
    for (const other of ["a1.csv", "ab.csv"])
      await writeCsv(at(other), [focusLine({ EffectiveCost: "1000" })]);
    expect(await totalOf(await writeCsv(at(name), [focusLine()]))).toBe("9");
    const parquet = at(name.replace(".csv", ".parquet"));
    expect(await totalOf(await writeParquet(parquet, [focusLine()]))).toBe("9");
  });

  it("adds nothing to the bill, though it looks like a partition of one", async () => {
    await mkdir(at("EffectiveCost=5"));
    expect(await totalOf(await writeParquet(at("EffectiveCost=5/bill.parquet"), [focusLine()]))).toBe("9");
  });
});

describe("a folder of bills", () => {
  const notes: string[] = [];
  const bills = duckdbBills({ tell: { progress: () => {}, note: (message) => notes.push(message) } });
  const total = async () => {
    notes.length = 0;
    const { groups } = await readBill(folder, {}, bills);
    return formatAmount(sum(groups.map(({ amount }) => amount)));
  };

  it("may hold usage and other files beside, and says so where they are data", async () => {
    await writeCsv(at("bill.csv"), [focusLine()]);
    await writeFile(at("README"), "The bills of September.\n");
    await writeFile(at("notes.txt"), "a,b,c\n");
    await writeFile(at("query.sql"), "SELECT 1;\n");
    await writeFile(at("logo.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 34]));
    await writeFile(at("usage.csv"), "start,end,pool,team,metric,quantity\n");
    await writeQuery(at("status.parquet"), "SELECT 'READY' AS status");
    expect(await total()).toBe("9");
    expect(notes.map((note) => note.replaceAll(`${folder}/`, ""))).toEqual([
      "left out status.parquet: this is the status of an export",
      "left out usage.csv: this is usage, not a bill; give it with --usage",
    ]);
  });

  it("is read whatever its files are called", async () => {
    await writeCsv(at("part-00000"), [focusLine()]);
    await writeParquet(at("part-00001.bin"), [focusLine({ ResourceId: "other" })]);
    expect(await total()).toBe("18");
  });

  it("says which files its manifest does not list", async () => {
    await writeCsv(at("new.csv"), [focusLine()]);
    await writeCsv(at("old.csv"), [focusLine()]);
    await writeFile(at("Manifest.json"), JSON.stringify({ dataFiles: ["s3://b/new.csv"] }));
    expect(await total()).toBe("9");
    expect(notes).toEqual([`left out, as no manifest lists them: ${at("old.csv")}`]);
  });
});

describe("a bill in slices", () => {
  it("is the same however many lines a slice has", async () => {
    const lines = Array.from({ length: 50 }, (_, index) =>
      curLine({
        line_item_resource_id: `i-${index % 7}`,
        line_item_unblended_cost: `${index - 20}.000000000000000000001`,
        resource_tags_user_ml_team: index % 3 === 0 ? "vision" : "nlp",
      }),
    );
    const path = await writeParquet(at("bill.parquet"), lines);
    const followers = [
      { lineItemType: "Usage", unusedCommitment: false, service: "AmazonEC2", serviceName: "" },
    ];
    const totals = async (sliceRows: number) => {
      const { groups } = await readBill(path, { facts: ["account"], followers }, duckdbBills({ sliceRows }));
      const byTeam = (team: string) => groups.filter(({ tags }) => tags[0] === team);
      return ["vision", "nlp"].map((team) => ({
        amount: sum(byTeam(team).map(({ amount }) => amount)),
        positive: sum(byTeam(team).map(({ positive }) => positive)),
        lines: byTeam(team).reduce((count, group) => count + group.lines, 0),
      }));
    };
    const whole = await totals(1000);
    expect(whole.map(({ lines: count }) => count)).toEqual([17, 33]);
    expect(formatAmount(sum(whole.map(({ amount }) => amount)))).toBe("225.00000000000000000001");
    for (const sliceRows of [11, 49, 50]) expect(await totals(sliceRows)).toEqual(whole);
  });

  it("is exact over several row groups of Parquet", async () => {
    const columns = Object.entries(focusLine()).filter(([name]) => !["EffectiveCost", "Tags"].includes(name));
    await writeQuery(
      at("bill.parquet"),
      `SELECT ${columns.map(([name, value]) => `'${value}' AS ${name}`).join(", ")}, 0.1 + 0.2 * (i % 2) AS EffectiveCost,
         MAP {'ml-team': 'team-' || i % 5} AS Tags FROM range(300000) AS lines (i)`,
    );
    expect(await totalsByTag(at("bill.parquet"))).toEqual(
      Object.fromEntries(["0", "1", "2", "3", "4"].map((n) => [`team-${n}`, "12000"])),
    );
    const { groups } = await readBill(at("bill.parquet"), {}, duckdbBills({ sliceRows: 122_880 }));
    expect(formatAmount(sum(groups.map(({ amount }) => amount)))).toBe("60000");
  });
});

describe("an opened bill", () => {
  const options: BillOptions = { basis: "effective", needs: { facts: new Set(), tagKeys: [], instants: [] } };

  it("leaves nothing behind when it is closed, though it was not read to its end", async () => {
    await mkdir(at("tmp"));
    vi.stubEnv("TMPDIR", at("tmp"));
    const path = await writeCsv(
      at("bill.csv"),
      Array.from({ length: 10 }, () => focusLine()),
    );
    const bill = await duckdbBills({ sliceRows: 1 }).open([path], options);
    for await (const groups of bill.charges({ period: "2026-09", currency: "USD", followers: [] })) {
      expect(groups).toHaveLength(1);
      break;
    }
    expect(await readdir(at("tmp"))).toHaveLength(1);
    await bill.close();
    expect(await readdir(at("tmp"))).toEqual([]);
  });

  it("says what it was read from", async () => {
    const paths = [
      await writeCsv(at("a.csv"), [focusLine(), focusLine()]),
      await writeParquet(at("b.parquet"), [curLine({ bill_payer_account_id: "999900001111" })]),
    ];
    const { sources } = await readBill(paths);
    expect(sources).toEqual([
      { path: at("a.csv"), format: "FOCUS", lines: 2, payers: [focusLine().BillingAccountId] },
      { path: at("b.parquet"), format: "CUR", lines: 1, payers: ["999900001111"] },
    ]);
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { focusLine, type Line } from "../testing/lines.ts";
import { totalsByTag } from "../testing/read.ts";
import { csv } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "stage-"));
});
afterEach(() => rm(folder, { recursive: true }));

const line = (cost: string, team: string, columns: Line = {}): Line =>
  focusLine({
    ServiceName: 'a "quoted", name\nof two lines',
    EffectiveCost: cost,
    Tags: JSON.stringify({ team }),
    ...columns,
  });
const LINES = [
  line("1.000000000000000000001", "vision"),
  line("1e-7", "nlp"),
  line("1E+3", 'a "b" \\c, größe 中'),
];
const TOTALS = { vision: "1.000000000000000000001", nlp: "0.0000001", 'a "b" \\c, größe 中': "1000" };

const everyValue = (write: (value: string) => string) => csv(LINES, { value: write });
const doubled = (value: string) => `"${value.replaceAll('"', '""')}"`;
const slashed = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const plain = csv(LINES);
describe("a CSV bill", () => {
  it.each([
    ["lines ending in LF", plain],
    ["lines ending in CRLF", csv(LINES, { newline: "\r\n" })],
    ["lines ending in CR", csv(LINES, { newline: "\r" })],
    ["lines ending in several ways", plain.replace("\n1", "\r\n1")],
    ["no line end at its end", plain.trimEnd()],
    ["blank lines", plain.replaceAll("\n10,", "\n\n10,")],
    ["a byte order mark", `\uFEFF${plain}`],
    ["a byte order mark and a quoted header", `\uFEFF${everyValue(doubled)}`],
    ["every value quoted", everyValue(doubled)],
    ["quotes after backslashes", everyValue(slashed)],
    ["semicolons between values", csv(LINES, { delimiter: ";" })],
    ["tabs between values", csv(LINES, { delimiter: "\t" })],
  ])("may have %s", async (_, text) => {
    await writeFile(at("bill.csv"), text);
    expect(await totalsByTag(at("bill.csv"), "team")).toEqual(TOTALS);
  });

  it("may have quotes after backslashes on some lines and doubled ones on others", async () => {
    const [header = "", ...rows] = csv(LINES, { value: slashed }).split(/\n(?="10")/);
    const other = csv([line("5", "ops")], { value: doubled }).split(/\n(?="10")/)[1];
    await writeFile(at("bill.csv"), [header, ...rows].join("\n") + other);
    expect(await totalsByTag(at("bill.csv"), "team")).toEqual({ ...TOTALS, ops: "5" });
  });

  it("may be gzipped in several members", async () => {
    const half = plain.length >> 1;
    await writeFile(at("bill"), Buffer.concat([gzipSync(plain.slice(0, half)), gzipSync(plain.slice(half))]));
    expect(await totalsByTag(at("bill"), "team")).toEqual(TOTALS);
  });

  it("may say in words that there is no value", async () => {
    const absent = ["NULL", "null", "\\N", ""].map((none) =>
      focusLine({
        EffectiveCost: none,
        BilledCost: none,
        Tags: none,
        ResourceId: none,
        ChargePeriodStart: none,
      }),
    );
    await writeFile(at("bill.csv"), csv([...absent, line("2", "vision")]));
    expect(await totalsByTag(at("bill.csv"), "team")).toEqual({ "": "0", vision: "2" });
  });

  it("may write times in many ways", async () => {
    const times = [
      "2026-09-01T00:00:00Z",
      "2026-09-01T00:00Z",
      "2026-09-01 00:00:00 UTC",
      "2026-09-01 02:00:00+02:00",
      "2026-09-01",
      "20260901T000000.000Z",
      "9/1/2026 0:00",
      "9/1/2026 12:00:00 AM",
    ];
    const lines = times.map((BillingPeriodStart) => line("1", "vision", { BillingPeriodStart }));
    await writeFile(at("bill.csv"), csv(lines));
    expect(await totalsByTag(at("bill.csv"), "team")).toEqual({ vision: String(times.length) });
  });
});

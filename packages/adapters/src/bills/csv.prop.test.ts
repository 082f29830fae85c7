import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lineOf } from "./lines.ts";
import { QuoteScan } from "./quotes.ts";
import { tidyChunks } from "./tidy.ts";

const value = fc.string({
  unit: fc.constantFrom("a", "é", '"', "\\", ",", "\n", "\r\n", " ", "{", ":"),
  maxLength: 8,
});
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
  );
const lineEnds = fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 3 });
const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

/** A text in chunks of these sizes, over and over. */
function chunked(text: string, sizes: readonly number[]): Buffer[] {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

const doubled = (text: string) => `"${text.replaceAll('"', '""')}"`;
const slashed = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const rowsOf = (rows: readonly (readonly string[])[], write: (text: string) => string) =>
  rows.map((row) => row.map(write).join(","));

async function tidied(text: string, sizes: readonly number[], backslash: boolean): Promise<string[][]> {
  const chunks: Buffer[] = [];
  for await (const chunk of tidyChunks(chunked(text, sizes), { delimiter: ",", backslash }))
    chunks.push(chunk);
  return parse(Buffer.concat(chunks), { skip_empty_lines: true, record_delimiter: "\n" });
}

describe("a CSV file", () => {
  it("is tidied without a change of its values, whatever ends its lines and wherever it is cut", () =>
    fc.assert(
      fc.asyncProperty(table, lineEnds, cuts, fc.boolean(), async (rows, ends, sizes, backslash) => {
        const text = rowsOf(rows, backslash ? slashed : doubled)
          .map((row, index) => row + ends[index % ends.length])
          .join("");
        expect(await tidied(text, sizes, backslash)).toEqual(rows);
      }),
    ));

  it("has its quotes followed wherever it is cut", () =>
    fc.assert(
      fc.property(table, cuts, (rows, sizes) => {
        const scan = new QuoteScan(",");
        for (const chunk of chunked(`${rowsOf(rows, doubled).join("\n")}\n`, sizes)) {
          expect(scan.read(chunk)).toBe(-1);
        }
        scan.read(Buffer.from("\n"));
        expect([scan.open, scan.backslash]).toEqual([false, false]);
      }),
    ));

  it("shows that quotes follow a backslash where JSON is quoted so", () => {
    const tags = fc.dictionary(
      value.map((rest) => `a${rest}`),
      value,
      { minKeys: 1 },
    );
    return fc.assert(
      fc.property(tags, cuts, (object, sizes) => {
        const scan = new QuoteScan(",");
        for (const chunk of chunked(`id,tags\n1,${slashed(JSON.stringify(object))}\n`, sizes))
          scan.read(chunk);
        expect(scan.backslash).toBe(true);
      }),
    );
  });
});

describe("the line of a record", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lines-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("counts the line ends inside of quotes, the row does not", () =>
    fc.assert(
      fc.asyncProperty(table, fc.constantFrom("\n", "\r\n", "\n\n"), async (rows, end) => {
        const path = join(folder, "bill.csv");
        const texts = rowsOf(rows, doubled);
        await writeFile(path, texts.join(end));
        for (const index of rows.keys()) {
          const before = texts.slice(0, index).map((text) => text + end);
          const line = before.join("").split("\n").length;
          const row = before.length * (end.split("\n").length - 1) + 1;
          const csv = { path, kind: "csv", delimiter: "," } as const;
          expect(await lineOf(csv, (place) => place.record === index)).toBe(line);
          expect(await lineOf(csv, (place) => place.row === row)).toBe(line);
        }
      }),
      { numRuns: 30 },
    ));
});

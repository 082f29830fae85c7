import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { TagledgerError } from "@tagledger/core/errors";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { curLine, focusLine, type Line, without } from "../testing/lines.ts";
import { totalOf } from "../testing/read.ts";
import { csv, writeCsv, writeParquet } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "refusals-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** The message of the error with which a bill is refused, without the folder. */
async function refusal(...paths: readonly string[]): Promise<string> {
  const error = await totalOf(paths).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(TagledgerError);
  expect(error).toHaveProperty("code", "bad-input");
  return error instanceof Error ? error.message.replaceAll(`${folder}/`, "") : "";
}

async function refusalOf(name: string, content: string | Buffer): Promise<string> {
  await writeFile(at(name), content);
  return refusal(at(name));
}

const good = csv([focusLine(), focusLine({ ServiceName: "of\ntwo lines" }), focusLine()]);
const header = good.split("\n")[0];
const record = (columns: Line) => csv([focusLine(columns)]).slice((header ?? "").length + 1);

describe("a bill that holds a column twice", () => {
  it.each([
    ["lineItem/UnblendedCost", "amount", "2"],
    ["lineItem/UsageAccountId", "fact", "222222222222"],
    ["lineItem/LineItemType", "fact", "Tax"],
    ["line_item_currency_code", "fact", "EUR"],
    ["bill/BillingPeriodStartDate", "time", "2026-08-01T00:00:00Z"],
  ])("is refused where that is %s, whose %s would be the first one's", async (name, what, value) => {
    const [names = "", ...lines] = csv([curLine()]).trimEnd().split("\n");
    const twice = [`${names},${name}`, ...lines.map((line) => `${line},${value}`)].join("\n");
    expect(await refusalOf("bill.csv", twice)).toMatch(
      new RegExp(`^bill.csv: several columns hold the same ${what}: .+ and ${name}`),
    );
  });
});

describe("a file that is no bill", () => {
  it.each([
    ["empty", "", "bill.csv: the file is empty"],
    ["blank", "\n \n", "bill.csv: the file is empty"],
    ["of nothing but a header", `${header}\n`, "bill.csv: the bill holds no lines"],
    ["a web page", "<!DOCTYPE html>\n<html>Sign in</html>", "bill.csv: line 1: this is a web page or XML"],
    [
      "an error of S3",
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
      "bill.csv: line 1: this is a web",
    ],
    ["JSON", '{"BilledCost": 1}', "bill.csv: line 1: this is JSON"],
    ["a spreadsheet", "PK\u0003\u0004\u0014", "bill.csv: this is a ZIP archive or a spreadsheet"],
    ["prose", "Dear customer, your bill is ready.", "bill.csv: this is no bill that is known"],
    ["one column", "cost\n1\n", "bill.csv: line 1: this is no table with column names"],
    [
      "another table",
      "name,email\na,b\n",
      "bill.csv: this is no bill that is known; it has the columns name, email",
    ],
    [
      "usage",
      "start,end,pool,team,metric,quantity\n",
      "bill.csv: this is usage, not a bill; give it with --usage",
    ],
    ["from Azure", "MeterCategory,MeterId,CostInBillingCurrency\n", "bill.csv: this is an Azure cost export"],
    [
      "from OCI",
      "lineItem/referenceNo,lineItem/tenantId,cost/myCost\n",
      "bill.csv: this is an OCI cost report",
    ],
    [
      "from Google",
      "billing_account_id,sku.description,cost\n",
      "bill.csv: this is a Google Cloud billing export",
    ],
  ])("is refused when it is %s", async (_, content, message) => {
    expect(await refusalOf("bill.csv", content)).toContain(message);
    if (content !== "") expect(await refusalOf("bill.csv.gz", gzipSync(content))).toContain(message.slice(9));
  });

  it("is refused when it is UTF-16", async () => {
    expect(await refusalOf("bill.csv", Buffer.from(`\uFEFF${good}`, "utf16le"))).toBe(
      "bill.csv: this is UTF-16 text; save it as UTF-8",
    );
  });

  it("is refused when it was packed twice", async () => {
    expect(await refusalOf("bill.csv.gz", gzipSync(gzipSync(good)))).toContain(
      "a gzip file inside a gzip file",
    );
    await writeParquet(at("bill.parquet"), [focusLine()]);
    const packed = gzipSync(await readFile(at("bill.parquet")));
    expect(await refusalOf("bill.parquet.gz", packed)).toContain("a Parquet file inside a gzip file");
  });

  it("is refused when it is not there, or a table of another kind", async () => {
    expect(await refusal(at("gone.csv"))).toBe("gone.csv: there is no such file or folder");
    await writeParquet(at("other.parquet"), [{ name: "a", email: "b" }]);
    expect(await refusal(at("other.parquet"))).toContain("other.parquet: this is no bill that is known");
  });
});

describe("a damaged file", () => {
  const many = csv(
    Array.from({ length: 3000 }, (_, index) => focusLine({ ResourceId: `i-${index * 7919}` })),
  );

  it.each([
    ["a NUL byte", good.replace("two lines", "two\0lines"), "line 4: a NUL byte"],
    [
      "a quote that does not end",
      `${good}10,"9\n10,9\n`,
      "line 6: a quoted value begins here and does not end",
    ],
    [
      "text after a quoted value",
      good.replace('lines"', 'lines" more'),
      "line 4: a quoted value is followed by more text",
    ],
    [
      "a short record",
      `${good}10,9\n${record({})}`,
      "line 6: 2 values where the header has 24; the file may be cut off",
    ],
    ["a long record", `${good}${record({}).trimEnd()},more\n`, "line 6: 25 values where the header has 24"],
    ["a record cut off", good.slice(0, -40), "line 5: 2"],
  ])("is refused for %s", async (_, content, message) => {
    expect(await refusalOf("bill.csv", content)).toContain(`bill.csv: ${message}`);
    const mixedLineEnds = gzipSync(content.replace("\n", "\r\n"));
    expect(await refusalOf("bill.csv.gz", mixedLineEnds)).toContain(`bill.csv.gz: ${message}`);
  });

  it("is refused for text that is not UTF-8, wherever it stands", async () => {
    const latin = Buffer.from(good.replace("two lines", "zwei Größen"), "latin1");
    expect(await refusalOf("bill.csv", latin)).toBe("bill.csv: line 4: text that is not UTF-8");
    const unread = csv([focusLine(), { ...focusLine(), x_Note: "Größe" }]);
    expect(await refusalOf("bill.csv", Buffer.from(unread, "latin1"))).toBe(
      "bill.csv: line 3: text that is not UTF-8",
    );
    expect(await refusalOf("bill.csv", Buffer.concat([Buffer.from(good), Buffer.of(0xc3)]))).toContain(
      "UTF-8",
    );
  });

  it("is refused when gzip was cut off, at whatever place", async () => {
    const packed = gzipSync(many);
    for (const length of [5, 40, packed.length >> 1, packed.length - 8, packed.length - 1]) {
      expect(await refusalOf("bill.csv.gz", packed.subarray(0, length))).toMatch(
        /^bill\.csv\.gz: line \d+: the gzip data is damaged or cut off here$/,
      );
    }
    // Flushed after a whole line, so that what can be unzipped ends like a bill.
    const flushed = gzipSync(many, { level: 0 });
    expect(await refusalOf("bill.csv.gz", flushed.subarray(0, flushed.length - 8))).toContain(
      "line 3002: the gzip",
    );
    const damaged = Buffer.from(packed);
    damaged[damaged.length - 6] = 0;
    expect(await refusalOf("bill.csv.gz", damaged)).toContain("the gzip data is damaged");
  });

  it("is refused when Parquet was cut off", async () => {
    await writeParquet(at("bill.parquet"), [focusLine(), focusLine()]);
    const { length } = await readFile(at("bill.parquet"));
    for (const kept of [length - 1, length >> 1, 8, 4]) {
      await truncate(at("bill.parquet"), kept);
      expect(await refusal(at("bill.parquet"))).toBe("bill.parquet: the Parquet file is cut off or damaged");
    }
  });
});

describe("a value that cannot be read", () => {
  it.each([
    "NaN",
    "Infinity",
    "-inf",
    "abc",
    "1,5",
    "$3",
    "0.1000000000000000055511151",
    "1e400",
    "0x10",
    "1e-25",
  ])("is named with its line: a cost of %s", async (cost) => {
    const lines = [focusLine({ ServiceName: "of\ntwo lines" }), focusLine({ EffectiveCost: cost })];
    expect(await refusalOf("bill.csv", csv(lines))).toBe(
      `bill.csv: line 4: EffectiveCost is "${cost}", not a decimal below 10^14 with at most 24 places`,
    );
  });

  it("is named with its row in Parquet", async () => {
    for (const [cost, text] of [
      ["NaN", "nan"],
      ["Infinity", "inf"],
      ["5e-324", "5e-324"],
      ["1e22", "1e+22"],
    ]) {
      const lines = [focusLine(), focusLine({ EffectiveCost: cost ?? "" })];
      await writeParquet(at("bill.parquet"), lines, { EffectiveCost: "DOUBLE" });
      expect(await refusal(at("bill.parquet"))).toContain(`bill.parquet: row 2: EffectiveCost is "${text}"`);
    }
  });

  it("is not minded where the basis does not look at it", async () => {
    await writeCsv(at("bill.csv"), [focusLine({ ListCost: "free" })]);
    expect(await totalOf(at("bill.csv"))).toBe("9");
  });

  it.each([
    [{ BillingPeriodStart: "soon" }, 'BillingPeriodStart is "soon", not a time'],
    [{ ChargePeriodStart: "2026-02-30" }, 'ChargePeriodStart is "2026-02-30", not a time'],
    [{ BillingPeriodStart: "", ChargePeriodStart: "" }, "this line has no billing period"],
    [{ Tags: "{ml-team: vision}" }, "Tags is not a JSON object"],
    [{ Tags: '["vision"]' }, "Tags is not a JSON object"],
    [{ Tags: '{"ml-team":"vision"' }, "Tags is not a JSON object"],
  ])("is named with its line: %j", async (columns, message) => {
    const lines = [focusLine({ ServiceName: "of\ntwo lines" }), focusLine(columns)];
    expect(await refusalOf("bill.csv", csv(lines))).toContain(`bill.csv: line 4: ${message}`);
    await writeParquet(at("bill.parquet"), lines);
    expect(await refusal(at("bill.parquet"))).toContain(`bill.parquet: row 2: ${message}`);
  });
});

describe("a folder", () => {
  it("is refused when it holds nothing", async () => {
    await mkdir(at("empty"));
    expect(await refusal(at("empty"))).toBe("empty: no bill here: it is empty");
  });

  it("is refused when it holds nothing known", async () => {
    await mkdir(at("docs"));
    await writeFile(at("docs/README.md"), "# Bills\n");
    expect(await refusal(at("docs"))).toBe(
      'docs: no bill here; docs/README.md: line 1: this is no table with column names (it begins with "# Bills")',
    );
  });

  it("is refused when it holds a table that could be part of the bill and cannot be read", async () => {
    await writeCsv(at("bill.csv"), [focusLine()]);
    for (const [name, content] of [
      ["part-2.csv", ""],
      ["notes.csv", "a,b\n"],
      ["part-2.zip", "PK\u0003\u0004"],
    ]) {
      await writeFile(at(name ?? ""), content ?? "");
      expect(await refusal(folder)).toContain(`${name}: `);
      await rm(at(name ?? ""));
    }
    expect(await totalOf(folder)).toBe("9");
  });
});

describe("a refused bill", () => {
  it("leaves no temporary files behind", async () => {
    await mkdir(at("tmp"));
    vi.stubEnv("TMPDIR", at("tmp"));
    await refusalOf("bill.csv", good.replace("9", "nine"));
    await refusalOf("bill.csv", good.replace('lines"', 'lines" more'));
    await refusal(at("gone.csv"));
    expect(await readdir(at("tmp"))).toEqual([]);
  });

  it("may lack a charge category no more than a cost", async () => {
    await writeCsv(at("bill.csv"), [without(focusLine(), "ChargeCategory")]);
    expect(await refusal(at("bill.csv"))).toContain("lacks the column ChargeCategory");
    await writeCsv(at("bill.csv"), [without(curLine(), "line_item_line_item_type")]);
    expect(await refusal(at("bill.csv"))).toContain("lacks the column line_item_line_item_type");
  });
});

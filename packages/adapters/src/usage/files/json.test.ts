import { gzipSync } from "node:zlib";
import { parseAmount } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { HOUR } from "../hours.ts";
import { jsonRows } from "./json.ts";
import { fileUsage } from "./read.ts";
import { filesUsage } from "./source.ts";

const ROW = {
  start: "2026-09-01T00:00:00Z",
  end: "2026-09-02T00:00:00Z",
  pool: "eks-gpu",
  team: "vision",
  metric: "gpu-hours",
  quantity: 1.5,
};
const line = (changes: object = {}) => JSON.stringify({ ...ROW, ...changes });
const CSV = "start,end,pool,team,metric,quantity\n2026-09-03,2026-09-04,eks-gpu,vision,gpu-hours,2\n";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

describe("usage in JSON", () => {
  test.each([
    ["a list", `[${line()},\n${line()}]`, [1, 2]],
    ["a list written for people", JSON.stringify([ROW, ROW], null, 2), [2, 10]],
    ["an object a line", `${line()}\n\n${line()}\n`, [1, 3]],
    ["an object a line after a byte order mark", `\uFEFF${line()}\r\n${line()}`, [1, 2]],
  ])("may be %s", (_, text, lines) => {
    expect(jsonRows("u.json", text)).toEqual(
      lines.map((at) => ({
        start: Date.UTC(2026, 8, 1),
        end: Date.UTC(2026, 8, 2),
        pool: "eks-gpu",
        team: "vision",
        metric: "gpu-hours",
        quantity: parseAmount("1.5"),
        project: null,
        workload: null,
        environment: null,
        experiment: null,
        place: `u.json:${at}`,
      })),
    );
  });

  test.each([
    ["0.123456789012345678901234", "0.123456789012345678901234"],
    ["12345678901234567890", "12345678901234567890"],
    ["1E-7", "0.0000001"],
    ['" 2.5 "', "2.5"],
  ])("keeps the digits of %s", (written, digits) => {
    const text = line().replace("1.5", written);
    expect(jsonRows("u.json", text)[0]?.quantity).toBe(parseAmount(digits));
  });

  test("may have the finer dimensions, and texts that look like keys", () => {
    const text = line({ project: "faces", experiment: "exp-0001", workload: null, team: 'a":"b","team":"c' });
    expect(jsonRows("u.json", text)[0]?.team).toBe('a":"b","team":"c');
    expect(jsonRows("u.json", text)).toMatchObject([
      { project: "faces", experiment: "exp-0001", workload: null, environment: null },
    ]);
  });

  test.each([
    [`[${line()},\n${line({ team: "" })}]`, "u.json:2: the team is empty"],
    [line({ pool: undefined }), "u.json:1: the pool is empty"],
    [line({ team: 7 }), "u.json:1: the team is no text that can be read: expected a text"],
    [
      line({ quantity: true }),
      "u.json:1: the quantity is no text that can be read: expected a number or a text",
    ],
    [line({ quantitty: 1 }), 'u.json:1: a row of usage has no "quantitty": did you mean "quantity"?'],
    [line({ note: { team: 1 } }), 'u.json:1: a row of usage has no "note": expected one of start, end,'],
    [`${line()}\n${line().replace("{", '{"quantity":7,')}`, 'u.json:2: "quantity" is there twice'],
    [line().replace("{", '{"TE\\u0041M" : "nlp",'), 'u.json:1: "team" is there twice'],
    [line({ quantity: "NaN" }), 'u.json:1: the quantity "NaN" is not a decimal number'],
    [line({ start: "1.9.2026" }), 'u.json:1: the start "1.9.2026" is not a time'],
    [`[${line()},\n`, "u.json:2: the file ends before its list of records does"],
    [`${line()}\n{"start":}`, "u.json:2: this is not JSON"],
    ["<html>", "u.json:1: here should be rows of usage as JSON objects"],
  ])("is refused with its place: %j", (text, message) => {
    expect(() => jsonRows("u.json", text)).toThrow(message);
  });
});

describe("files of usage", () => {
  test("are read as their names say, as they are or gzipped", async () => {
    folder.put({
      "a.csv": CSV,
      "b.csv.gz": gzipSync(CSV),
      "c.json": `[${line()}]`,
      "d.ndjson": line(),
      "e.jsonl.gz": gzipSync(`${line()}\n${line()}`),
      "f.parquet": "x",
    });
    expect(await fileUsage().read([folder.at("")])).toHaveLength(6);
    expect(await fileUsage().read([folder.at("*.json*")])).toHaveLength(3);
    await expect(fileUsage().read([folder.at("*.xml")])).rejects.toThrow("no file fits this pattern");
  });

  test("that are damaged gzip are refused", async () => {
    folder.put({ "a.csv.gz": gzipSync(CSV).subarray(0, 20) });
    await expect(fileUsage().read([folder.at("a.csv.gz")])).rejects.toThrow(
      "the gzip data is damaged or cut off",
    );
  });

  test("are read as the configuration says where their names do not", async () => {
    folder.put({ usage: line() });
    const period = parsePeriod("2026-09");
    const read = (kind: "csv" | "json") =>
      filesUsage({ source: { kind, path: "usage" }, pools: [], base: folder.at("") }).read({
        period,
        until: period.end,
      });
    expect((await read("json")).rows).toHaveLength(1);
    await expect(read("csv")).rejects.toThrow("usage:1: ");
  });

  test("give a period its rows and those of before, and tell the hours that those of each metric cover", async () => {
    const during = (start: string, end: string) => line({ start, end });
    folder.put({
      "usage/a.json": `[${[
        during("2026-08-31T22:00:00Z", "2026-09-01T02:00:00Z"),
        during("2026-09-01T01:00:00Z", "2026-09-01T03:00:00Z"),
        during("2026-09-01T05:00:00Z", "2026-09-01T06:00:00Z"),
        during("2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z"),
        during("2026-10-01T00:00:00Z", "2026-10-02T00:00:00Z"),
        line({ metric: "cpu-core-hours", start: "2026-09-01T08:00:00Z" }),
      ].join()}]`,
      "usage/b.csv": CSV,
    });
    const source = { kind: "json", path: "usage" } as const;
    const usage = filesUsage({ source, pools: ["eks-gpu"], base: folder.at("") });
    const period = parsePeriod("2026-09");
    const { rows, coverage } = await usage.read({ period, until: period.start + 10 * HOUR });
    expect(rows).toHaveLength(5);
    expect(rows.filter(({ start }) => start >= period.end)).toEqual([]);
    expect(coverage).toEqual([
      { pool: "eks-gpu", metric: "gpu-hours", hours: 4, of: 10 },
      { pool: "eks-gpu", metric: "cpu-core-hours", hours: 2, of: 10 },
    ]);
  });
});

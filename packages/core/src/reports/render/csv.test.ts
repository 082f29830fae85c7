import { expect, test } from "vitest";
import { parseAmount, sum } from "../../costs/money.ts";
import { renderCsv } from "./csv.ts";
import { csvText } from "./csv-text.ts";
import { leafOf, makeReport } from "./testing/make-report.ts";
import { HOSTILE_NAMES, sampleReport } from "./testing/sample.ts";

/** Reads RFC 4180: a cell is null where it is empty and not quoted. */
function parse(csv: string): (string | null)[][] {
  return [...csv.matchAll(/((?:"(?:[^"]|"")*"|[^"\n])*)\n/g)].map(([, line = ""]) =>
    [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^",]*),/g)].map(([, cell = ""]) => {
      if (cell === "") return null;
      return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    }),
  );
}

test("the header names the groups asked for, in order, then direct, shared and total", () => {
  expect(renderCsv(makeReport({ groupBy: ["workload", "team"] }))).toBe(
    "workload,team,direct,shared,total\n",
  );
});

test("amounts are exact decimals and a missing dimension is an empty cell", () => {
  expect(renderCsv(sampleReport())).toBe(
    [
      "team,project,direct,shared,total",
      "fraud,cards,1500.12345678900000000001,80.5,1580.62345678900000000001",
      "fraud,shared,0,410.333333,410.333333",
      "fraud,,12,0,12",
      "search,ranking,2500,10.01,2510.01",
      "search,refunds,-75.25,0,-75.25",
      "",
    ].join("\n"),
  );
});

test("read back, the rows sum to the totals of the report", () => {
  const report = sampleReport();
  const [, ...rows] = parse(renderCsv(report));
  const column = (index: number) => sum(rows.map((cells) => parseAmount(cells.at(index) ?? "")));
  expect([column(-3), column(-2)]).toEqual([report.totals.direct, report.totals.shared]);
  expect(column(-1)).toBe(report.totals.direct + report.totals.shared);
});

test("names that contain separators, quotes, line ends or outer spaces are quoted and read back the same", () => {
  const leaves = HOSTILE_NAMES.map((team) => leafOf({ team }, "1"));
  const [, ...rows] = parse(renderCsv(makeReport({ leaves })));
  expect(rows.map(([team]) => team)).toEqual([...HOSTILE_NAMES].sort().map(csvText));
  expect(rows.filter(([team]) => /^[=+\-@]/.test(team ?? ""))).toEqual([]);
});

test("a value that is empty is not a value that is missing", () => {
  const leaves = [leafOf({ team: "" }, "1"), leafOf({ team: null }, "2")];
  expect(renderCsv(makeReport({ leaves }))).toBe('team,direct,shared,total\n"",1,0,1\n,2,0,2\n');
});

test("without groups there is one row of three figures", () => {
  const leaves = [leafOf({ team: "a" }, "1"), leafOf({ team: "b" }, "2", "3")];
  expect(renderCsv(makeReport({ leaves, groupBy: [] }))).toBe("direct,shared,total\n3,3,6\n");
});

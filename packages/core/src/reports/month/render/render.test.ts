import { describe, expect, test } from "vitest";
import { formatAmount } from "../../../costs/money.ts";
import { type Column, valueAt } from "../../render/columnar.ts";
import { plainText } from "../../render/csv-text.ts";
import { type ComparedRow, compareMonths } from "../compare.ts";
import { groupMonth, type MonthRow } from "../group.ts";
import type { MonthKey } from "../keys.ts";
import type { MonthReport } from "../month.ts";
import { makeCell } from "../testing/make-cell.ts";
import { monthColumnar } from "./columnar.ts";
import { monthCsv } from "./csv.ts";
import { monthJson, monthJsonText } from "./json.ts";

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  "+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "a,b\n=c",
  "</script><script>alert(1)</script>",
  "\u2028",
  "__proto__",
];
const OF = { period: "2026-09", basis: "effective", currency: "USD", snapshot: "8c7e", at: 0 } as const;

function reported(compare: boolean, groupBy: readonly MonthKey[] = ["project", "day"]): MonthReport {
  const cells = HOSTILE.map((project, index) =>
    makeCell({
      leaf: { team: "vision", project },
      day: index % 3,
      amount: `-${index}.000000000000000000000001`,
    }),
  );
  const query = { groupBy, where: {} } as const;
  const grouped = groupMonth({ teams: cells, unallocated: [], excluded: null }, query);
  const before = groupMonth({ teams: cells.slice(2), unallocated: [], excluded: null }, query);
  const report = { ...OF, ...query, teams: null, grouped };
  if (!compare) return report;
  return {
    ...report,
    compared: { with: { ...OF, period: "2026-08" }, month: compareMonths(grouped, before) },
  };
}

/** Reads CSV as RFC 4180 says. */
function parsed(text: string): (string | null)[][] {
  const rows: (string | null)[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy;
  for (
    let match = cell.exec(text);
    match !== null && cell.lastIndex <= text.length;
    match = cell.exec(text)
  ) {
    const [, quoted, bare = "", end] = match;
    rows.at(-1)?.push(quoted === undefined ? (bare === "" ? null : bare) : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
    if (cell.lastIndex >= text.length) break;
  }
  return rows.filter((row) => row.length > 0);
}

describe.each([false, true])("a month with hostile names (compared: %j)", (compare) => {
  const report = reported(compare);
  const rows = (report.compared?.month ?? report.grouped).rows;
  const amounts = (row: MonthRow | ComparedRow) => {
    const more = "change" in row ? [row.before, row.change] : [];
    return [row.direct, row.shared, row.total, ...more].map(formatAmount);
  };

  test("has cells in CSV that no spreadsheet runs, and numbers as they are", () => {
    const [header, ...lines] = parsed(monthCsv(report));
    expect(header).toEqual([
      "project",
      "day",
      ...["direct", "shared", "total"],
      ...(compare ? ["before", "change"] : []),
    ]);
    for (const [index, line] of lines.entries()) {
      const row = rows[index];
      if (row === undefined) throw new Error("there are too many lines");
      expect(line.slice(0, 2).some((cell) => /^\s*[=+\-@]/.test(cell ?? ""))).toBe(false);
      expect(line.slice(0, 2).map(plainText)).toEqual(row.group);
      expect(line.slice(2)).toEqual(amounts(row));
    }
    expect(lines).toHaveLength(rows.length);
  });

  test("comes back from JSON digit for digit", () => {
    const read = JSON.parse(monthJsonText(report));
    expect(monthJsonText(report)).toBe(JSON.stringify(monthJson(report)));
    expect(
      read.rows.map((row: Record<string, string>) => [
        [row.project, row.day],
        ["direct", "shared", "total", ...(compare ? ["before", "change"] : [])].map((name) => row[name]),
      ]),
    ).toEqual(rows.map((row) => [[...row.group], amounts(row)]));
    expect(read.totals).toMatchObject({ bill: formatAmount(report.grouped.totals.bill), excluded: null });
  });

  test("comes back from columns digit for digit", () => {
    const read = JSON.parse(monthColumnar(report));
    expect(JSON.stringify(read)).toBe(monthColumnar(report));
    const columns: Record<string, Column<string | null>> = read.columns;
    expect(read.rows).toBe(rows.length);
    for (const [index, row] of rows.entries()) {
      const group = ["project", "day"].map((key) => valueAt(columns[key] ?? { values: [] }, index));
      expect(group).toEqual(row.group);
      expect(Object.values(read.amounts as Record<string, string[]>).map((each) => each[index])).toEqual(
        amounts(row),
      );
    }
    const { rows: _, ...about } = monthJson(report);
    expect(read).toMatchObject(JSON.parse(JSON.stringify(about)));
  });
});

test("a month without rows is written as well", () => {
  const report = {
    ...OF,
    groupBy: [],
    where: {},
    teams: [],
    grouped: groupMonth({ teams: [], unallocated: null, excluded: null }, { groupBy: [], where: {} }),
  };
  expect(monthCsv(report)).toBe("direct,shared,total\n");
  expect(monthJsonText(report)).toBe(JSON.stringify(monthJson(report)));
  expect(JSON.parse(monthColumnar(report))).toMatchObject({ rows: 0, columns: {}, amounts: { direct: [] } });
});

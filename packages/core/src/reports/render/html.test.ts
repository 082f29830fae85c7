import { expect, test } from "vitest";
import { type Amount, formatAmount, parseAmount, sum } from "../../costs/money.ts";
import type { Report } from "../report.ts";
import { renderHtml } from "./html.ts";
import { leafOf, makeReport } from "./testing/make-report.ts";
import { HOSTILE_NAMES, sampleReport } from "./testing/sample.ts";

const MARKUP_TAG = /<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi;

/** The rows of one table of a page, each as its exact values. */
function rowsOf(page: string, id: string, part: "tbody" | "tfoot"): { look: string; values: string[] }[] {
  const [, table = ""] = new RegExp(`<table id="${id}">(.*?)</table>`, "s").exec(page) ?? [];
  const parts = [...table.matchAll(new RegExp(`<${part}>(.*?)</${part}>`, "gs"))].map(
    ([, rows = ""]) => rows,
  );
  return [...parts.join("").matchAll(/<tr(?: class="(\w+)")?>(.*?)<\/tr>/gs)].map(
    ([, look = "", cells = ""]) => ({
      look,
      values: [...cells.matchAll(/<data value="([^"]*)"/g)].map(([, value = ""]) => value),
    }),
  );
}

function columnOf(
  page: string,
  id: string,
  at: number,
  isKept: (look: string) => boolean = (look) => look === "",
): Amount {
  const rows = rowsOf(page, id, "tbody").filter(({ look }) => isKept(look));
  return sum(rows.map(({ values }) => parseAmount(values.at(at) ?? "0")));
}

test("the exact amounts of the rows sum to the totals of the report", () => {
  const report = sampleReport();
  const page = renderHtml(report);
  const { direct, shared } = report.totals;
  expect([0, 1, 2].map((at) => columnOf(page, "row-table", at))).toEqual([direct, shared, direct + shared]);
  expect(rowsOf(page, "row-table", "tfoot")[0]?.values).toEqual(
    [direct, shared, direct + shared].map(formatAmount),
  );
});

test("the rows are those of the report, digit for digit", () => {
  const report = sampleReport();
  expect(rowsOf(renderHtml(report), "row-table", "tbody").map(({ values }) => values)).toEqual(
    report.rows.map(({ direct, shared, total }) => [direct, shared, total].map(formatAmount)),
  );
});

test("each team's projects and workloads sum to the team, and the teams to the report", () => {
  const report = sampleReport();
  const page = renderHtml(report);
  const total = report.totals.direct + report.totals.shared;
  expect(columnOf(page, "breakdown-table", 2)).toBe(total);
  expect(columnOf(page, "breakdown-table", 2, (look) => look === "group")).toBe(total);
});

test("the parts of the bill sum to the bill", () => {
  const report = sampleReport();
  expect(columnOf(renderHtml(report), "parts", 0)).toBe(report.totals.bill);
});

test("what teams bear of a pool, and what no team shown bears, sum to the pool, with exact weights", () => {
  const report = sampleReport();
  const page = renderHtml(report);
  const pool = report.pools[0];
  expect(columnOf(page, "pool-table", 0, (look) => look !== "group")).toBe(pool?.amount);
  expect(page).toContain(
    '<data value="123456789013/987654321011" title="123456789013/987654321011">123456…/987654…</data>',
  );
});

test("unallocated money sums to its total", () => {
  const report = sampleReport();
  expect(columnOf(renderHtml(report), "unallocated-table", 0)).toBe(report.totals.unallocated);
});

test("billed plus bridge is the bill, and invoices sum to billed", () => {
  const page = renderHtml(sampleReport());
  const steps = rowsOf(page, "bridge-table", "tbody").map(({ values }) => parseAmount(values[0] ?? ""));
  expect((steps[0] ?? 0n) + (steps[1] ?? 0n)).toBe(steps[2]);
  expect(columnOf(page, "invoice-table", 0)).toBe(steps[0]);
  expect(page).toContain("Every digit of the bill is reported once.");
});

test("a bill that is not wholly reported says so with every digit", () => {
  const { reconciliation } = sampleReport();
  const difference = parseAmount("0.0000000001");
  expect(renderHtml(sampleReport({ reconciliation: { ...reconciliation, difference } }))).toContain(
    "✗ 0.0000000001 USD of the bill is not reported.",
  );
});

test("the page needs nothing else: no script, no address, no network by its own policy", () => {
  const page = renderHtml(sampleReport());
  expect(page).not.toMatch(/<script|<link|<img|<iframe|https?:|@import|url\(|\son\w+=/i);
  expect(page).toContain(
    `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
  );
});

test("whatever names say, the page has the elements and attributes of the same page with plain names", () => {
  const shapeOf = (page: string) =>
    [...page.replace(/<style>.*<\/style>/s, "").matchAll(MARKUP_TAG)].map(
      ([, element, attributes = ""]) => `${element}${attributes.replace(/="[^"]*"/g, "")}`,
    );
  const named = (name: (index: number) => string): Report => {
    const leaves = HOSTILE_NAMES.map((_, index) =>
      leafOf({ team: name(index), project: name(index), workload: name(index) }, `${index + 1}`, "0.5"),
    );
    const pools = sampleReport().pools.map((pool) => ({
      ...pool,
      pool: name(0),
      metric: { [name(1)]: name(2) },
    }));
    const unallocated = HOSTILE_NAMES.map((_, index) => ({
      reason: "no-team",
      value: name(index),
      amount: 1n,
    }));
    return makeReport({
      leaves,
      pools,
      unallocated,
      groupBy: ["team", "project"],
      where: { team: [name(3)] },
    });
  };
  const hostile = renderHtml(named((index) => HOSTILE_NAMES[index] ?? ""));
  // As long and as empty as the hostile names, since those two change what is drawn.
  const plain = renderHtml(
    named((index) => String.fromCharCode(97 + index).repeat(HOSTILE_NAMES[index]?.length ?? 0)),
  );
  expect(shapeOf(hostile)).toEqual(shapeOf(plain));
  expect(hostile).not.toMatch(/<script|<img|<!--/);
  expect(hostile).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

test("credits never give a part of a chart a negative width or place", () => {
  const page = renderHtml(
    makeReport({
      leaves: [
        leafOf({ team: "a", project: "p", workload: "w" }, "10", "-3"),
        leafOf({ team: "a", project: "q", workload: "w" }, "-4"),
        leafOf({ team: "refunded", project: "r" }, "-20"),
      ],
      excluded: "-1",
    }),
  );
  const styles = [...page.matchAll(/ style="([^"]*)"/g)].map(([, style]) => style).join(";");
  const lengths = [...styles.matchAll(/:([^;]*)%/g)].map(([, length]) => Number(length));
  expect(lengths.length).toBeGreaterThan(10);
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(100);
  expect(page).toContain("direct of refunded -20.00");
});

test("many projects and teams merge into others in the charts and stay whole in the tables", () => {
  const leaves = Array.from({ length: 60 }, (_, index) => [
    leafOf({ team: "big", project: `project-${index}`, workload: "training" }, `${1000 - index}`),
    leafOf({ team: `team-${index}`, project: "p" }, `${500 - index}`),
  ]).flat();
  const page = renderHtml(makeReport({ leaves, groupBy: ["team", "project"] }));
  expect(page).toContain("53 other projects");
  expect(page).toContain("50 other teams");
  expect(rowsOf(page, "row-table", "tbody")).toHaveLength(120);
});

test("every chart has a name, and every table a caption and scoped headings", () => {
  const page = renderHtml(sampleReport());
  const tables = [...page.matchAll(/<table id="[^"]*">\n<caption/g)].length;
  expect(tables).toBe([...page.matchAll(/<table/g)].length);
  expect(page.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
  expect(page.match(/role="img"(?! aria-label="[^"])/g)).toBeNull();
});

test("every id is used once", () => {
  const ids = [...renderHtml(sampleReport()).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("an empty report is a page that says what there is none of", () => {
  const page = renderHtml(makeReport());
  expect(page).toContain("There is no cost to draw.");
  expect(page).toContain("No team bears anything in this report.");
  expect(page).toContain("None: all money in scope has a team.");
});

test("the same report gives the same bytes", () => {
  expect(renderHtml(sampleReport())).toBe(renderHtml(sampleReport()));
});

test("ten thousand rows all stand in the table", () => {
  const leaves = Array.from({ length: 10_000 }, (_, index) =>
    leafOf(
      { team: `team-${index % 100}`, project: `project-${index}`, workload: "training" },
      "1.23456789",
      "0.1",
    ),
  );
  const report = makeReport({ leaves, groupBy: ["team", "project"] });
  const page = renderHtml(report);
  expect(rowsOf(page, "row-table", "tbody")).toHaveLength(10_000);
});

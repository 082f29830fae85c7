import { expect, test } from "vitest";
import { parseAmount } from "../../costs/money.ts";
import { leafOf, makeReport } from "./testing/make-report.ts";
import { HOSTILE_NAMES, sampleReport } from "./testing/sample.ts";
import { widthOf } from "./text/width.ts";
import { renderText } from "./text.ts";

test("a report on a terminal", () => {
  expect(renderText(sampleReport())).toMatchInlineSnapshot(`
    "Showback 2026-09 · effective cost in USD · snapshot 3f9a1c02b7de

    from bill to teams       USD   share
    ──────────────────  ────────  ──────
    direct              3,936.87   86.7%
    shared                500.84   11.0%
    unallocated           104.91    2.3%
    excluded                0.00    0.0%
    ──────────────────  ────────  ──────
    bill                4,542.62  100.0%

    By team and project
    team    project    direct  shared     total
    ──────  ───────  ────────  ──────  ────────
    fraud   cards    1,500.12   80.50  1,580.62
    fraud   shared       0.00  410.33    410.33
    fraud   (none)      12.00    0.00     12.00
    search  ranking  2,500.00   10.01  2,510.01
    search  refunds    -75.25    0.00    -75.25
    ──────  ───────  ────────  ──────  ────────
    total            3,936.87  500.84  4,437.72

    Direct cost
    team known by       USD   share
    ─────────────  ────────  ──────
    its own tag    3,936.87  100.0%
    ─────────────  ────────  ──────
    direct         3,936.87  100.0%

    Pools
    pool                        method                share     USD
    ──────────────────────────  ────────────────────  ─────  ──────
    gpu                         usage: gpu-hours × 1         600.74
      fraud                                           12.5%  490.83
      search                                           1.7%   10.01
      not with the teams shown                        16.6%   99.90

    Unallocated
    reason        value     USD
    ────────────  ─────  ──────  ─────────────────────────
    idle          gpu     99.90  capacity that nobody used
    invalid-team  fruad    5.01  the tag names no team
    no-team                0.00  nothing says whose it is
    ────────────  ─────  ──────  ─────────────────────────
    total                104.91

    Reconciliation
    billed to reported                USD
    ───────────────────────────  ────────
    billed                       4,600.00
      + SavingsPlanCoveredUsage    -57.38
    bill (effective)             4,542.62
    reported                     4,542.62
    ───────────────────────────  ────────
    difference                       0.00

    Figures are rounded for reading; --format json has every digit.
    "
  `);
});

test("an empty report says none where there is nothing", () => {
  expect(renderText(makeReport())).toMatchInlineSnapshot(`
    "Showback 2026-09 · effective cost in USD · snapshot 3f9a1c02b7de

    from bill to teams   USD  share
    ──────────────────  ────  ─────
    direct              0.00      –
    shared              0.00      –
    unallocated         0.00      –
    excluded            0.00      –
    ──────────────────  ────  ─────
    bill                0.00      –

    By team
    none

    Direct cost
    none

    Pools
    none

    Unallocated
    none

    Reconciliation
    billed to reported   USD
    ──────────────────  ────
    billed              0.00
    bill (effective)    0.00
    reported            0.00
    ──────────────────  ────
    difference          0.00

    Figures are rounded for reading; --format json has every digit.
    "
  `);
});

test("no line is wider than the terminal, whatever the names", () => {
  const leaves = HOSTILE_NAMES.flatMap((team) =>
    HOSTILE_NAMES.map((project) => leafOf({ team, project }, "-1234567.89")),
  );
  for (const width of [80, 100, 132]) {
    const lines = renderText(makeReport({ leaves, groupBy: ["team", "project"] }), { width }).split("\n");
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
  }
});

test("no name can drive the terminal or start a line of its own", () => {
  const leaves = HOSTILE_NAMES.map((team) => leafOf({ team }, "1"));
  const text = renderText(makeReport({ leaves }));
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  expect(text).toContain("two\\nlines");
});

test("figures have the decimals of the currency", () => {
  const leaves = [leafOf({ team: "a" }, "1234.5678")];
  expect(renderText(makeReport({ leaves, currency: "JPY" }))).toContain("1,235");
  expect(renderText(makeReport({ leaves, currency: "KWD" }))).toContain("1,234.568");
});

test("a difference too small for a figure is shown with every digit", () => {
  const { reconciliation } = sampleReport();
  const difference = parseAmount("-0.0000000001");
  const text = renderText(sampleReport({ reconciliation: { ...reconciliation, difference } }));
  expect(text).toMatch(/^difference +-0\.0000000001$/m);
});

test("a filter is named, and that the reconciliation is of the whole bill", () => {
  const text = renderText(sampleReport({ where: { team: ["fraud", ""] } }));
  expect(text).toContain("Only team fraud or none; the reconciliation is of the whole bill.");
});

test("ten thousand rows are all shown", () => {
  const leaves = Array.from({ length: 10_000 }, (_, index) => leafOf({ team: `team ${index}` }, "1.5"));
  const report = makeReport({ leaves });
  expect(renderText(report).split("\n").length).toBeGreaterThan(10_000);
});

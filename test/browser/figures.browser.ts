import { beforeAll, describe, expect, test } from "vitest";
import { companyLedger, hostileLedger } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";
import { answerOf, valuesIn } from "./values.ts";

const PARTS = ["bill", "direct", "shared", "unallocated", "excluded"] as const;

describe.each([
  ["the company", companyLedger],
  ["credits and hostile names", hostileLedger],
])("the figures of %s", (_, makeLedger) => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(await makeLedger());
  });

  test("are the API's, digit for digit", async () => {
    const { page } = await open(server.url);
    const { totals, rows, unallocated } = await answerOf(
      server,
      "report?period=2026-09&basis=effective&groupBy=team",
    );
    expect(await valuesIn(page.locator(".equation"))).toEqual(PARTS.map((part) => totals[part]));
    const shown = await valuesIn(page.locator("#teams-table tbody"));
    expect(shown.sort()).toEqual(rows.flatMap((row) => [row.direct, row.shared, row.total]).sort());
    const nobodys = await valuesIn(page.locator("#unallocated-table tbody"));
    expect(nobodys.sort()).toEqual(unallocated.map(({ amount }) => amount).sort());
  });

  test("prove themselves", async () => {
    const { page } = await open(server.url);
    expect(await page.locator(".proof strong").innerText()).toBe(
      "✓ The parts are the bill, to the last digit",
    );
    await page.locator(".proof summary").click();
    const { totals } = await answerOf(server, "report?period=2026-09&basis=effective&groupBy=team");
    const shown = await page.locator(".digits tr:visible data").allInnerTexts();
    expect(shown).toEqual([
      totals.direct,
      totals.shared,
      totals.unallocated,
      totals.excluded,
      totals.bill,
      totals.bill,
    ]);
  });

  test("of one team are the API's, digit for digit", async () => {
    const { teams } = await answerOf(server, "overview");
    const team = teams.at(0) ?? "";
    const { page } = await open(`${server.url}?team=${encodeURIComponent(team)}`);
    const where = encodeURIComponent(`team=${team}`);
    const { totals, rows } = await answerOf(
      server,
      `report?period=2026-09&basis=effective&groupBy=project,workload&where=${where}`,
    );
    expect(await valuesIn(page.locator(".equation"))).toEqual([totals.bill, totals.direct, totals.shared]);
    const shown = await valuesIn(page.locator("#projects-table tbody"));
    expect(shown).toEqual(expect.arrayContaining(rows.flatMap((row) => [row.direct, row.shared, row.total])));
    expect(await valuesIn(page.locator("#projects-table tfoot"))).toEqual([
      totals.direct,
      totals.shared,
      totals.bill,
    ]);
  });

  test("in the flows are whole: the table has what the picture cannot draw", async () => {
    const { page } = await open(server.url);
    await page.locator(".as-table summary").click();
    const { totals, pools } = await answerOf(server, "report?period=2026-09&basis=effective&groupBy=team");
    const shown = await valuesIn(page.locator("#flow-table tbody"));
    expect(shown).toEqual(expect.arrayContaining([totals.direct, totals.unallocated, totals.excluded]));
    const shares = pools
      .flatMap((pool) => pool.shares.map(({ amount }) => amount))
      .filter((amount) => amount !== "0");
    expect(shown).toEqual(expect.arrayContaining(shares));
  });
});

test("a credit is not drawn as a flow, and the page says so", async () => {
  const { serve, open } = setting();
  const { page } = await open((await serve(await hostileLedger())).url);
  expect(await page.locator("#flow .note").innerText()).toContain("not drawn");
  expect(await page.locator("#flow .note").innerText()).toContain("out of scope -3.00");
});

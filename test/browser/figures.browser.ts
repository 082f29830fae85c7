import type {
  DaysAnswer,
  PoolsAnswer,
  ReportAnswer,
  UnallocatedAnswer,
} from "@tagledger/dashboard/api/answers";
import { beforeAll, describe, expect, test } from "vitest";
import { company, hostile } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";
import { answerOf, valuesIn } from "./values.ts";

const PARTS = ["bill", "direct", "shared", "unallocated", "excluded"] as const;
const MONTH = "months/2026-09";

describe.each([
  ["the company", company],
  ["credits and hostile names", hostile],
])("the figures of %s", (_, make) => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(make());
  });

  const reportBy = (groupBy: string, more = "") =>
    answerOf<ReportAnswer>(server, `${MONTH}/report?groupBy=${groupBy}${more}`);

  test("are the API's, digit for digit", async () => {
    const { page } = await open(server.url);
    const { totals, rows } = await reportBy("team");
    const terms = await valuesIn(page.locator(".equation .term dd:not(.share)"));
    expect(terms).toEqual(PARTS.map((part) => totals[part]));
    const shown = await valuesIn(page.locator("#report-table tbody"));
    expect(shown).toEqual(expect.arrayContaining(rows.flatMap((row) => [row.direct, row.shared, row.total])));
    const { page: shared } = await open(`${server.url}?view=shared`);
    const { unallocated } = await answerOf<UnallocatedAnswer>(server, `${MONTH}/unallocated`);
    const nobodys = await valuesIn(shared.locator("#unallocated-table tbody"));
    expect(nobodys.sort()).toEqual(unallocated.map(({ amount }) => amount).sort());
  });

  test("prove themselves", async () => {
    const { page } = await open(server.url);
    expect(await page.locator(".proof strong").innerText()).toBe(
      "✓ The parts are the bill, to the last digit",
    );
    await page.locator(".proof summary").click();
    const { totals } = await reportBy("team");
    const shown = await page.locator(".digits tr:visible data").allInnerTexts();
    const { bill, direct, shared, unallocated, excluded } = totals;
    expect(shown).toEqual([direct, shared, unallocated, excluded, bill, bill]);
  });

  test("of one team are the API's, digit for digit", async () => {
    const { rows: teams } = await reportBy("team");
    const team = encodeURIComponent(teams[0]?.team ?? "");
    const { page } = await open(`${server.url}?team=${team}`);
    const { totals, rows } = await reportBy("project,workload", `&team=${team}`);
    const terms = await valuesIn(page.locator(".equation .term dd:not(.share)"));
    expect(terms).toEqual([totals.bill, totals.direct, totals.shared]);
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
    const { totals } = await reportBy("team");
    const { pools } = await answerOf<PoolsAnswer>(server, `${MONTH}/pools`);
    const shown = await valuesIn(page.locator("#flow-table tbody"));
    expect(shown).toEqual(expect.arrayContaining([totals.direct, totals.unallocated, totals.excluded]));
    const shares = pools
      .flatMap((pool) => pool.shares.map(({ amount }) => amount))
      .filter((amount) => amount !== "0");
    expect(shown).toEqual(expect.arrayContaining(shares));
  });

  test("of days are the API's, and beside them stands what is of no day", async () => {
    const { page } = await open(server.url);
    const { days, shared, ofNoDay, total } = await answerOf<DaysAnswer>(server, `${MONTH}/days`);
    const shown = await valuesIn(page.locator("#days-table tbody"));
    expect(shown).toEqual(
      expect.arrayContaining(days.flatMap(({ amount, cumulative }) => [amount, cumulative])),
    );
    expect(await valuesIn(page.locator("#days .note"))).toEqual([shared, ofNoDay, total]);
  });

  test("are handed over as they stand there", async () => {
    const { page } = await open(`${server.url}?groupBy=project,service`);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download these rows as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("tagledger-2026-09-effective-by-project-service.csv");
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
    const lines = Buffer.concat(chunks).toString("utf8").trim().split("\n").slice(1);
    const shown = await page.locator("#report-table tbody tr").all();
    expect(lines.length).toBe(shown.length);
    const rows = await Promise.all(shown.map(async (row) => (await valuesIn(row)).join(",")));
    for (const row of rows)
      expect(lines.filter((line) => line.endsWith(`,${row}`)).length).toBeGreaterThan(0);
  });
});

describe("the figures of the company", () => {
  const { serve, open } = setting();

  test("stand beside those of the month before", async () => {
    const server = await serve(company());
    const { page } = await open(server.url);
    const { rows } = await answerOf<ReportAnswer>(server, `${MONTH}/report?groupBy=team&compare=before`);
    const shown = await valuesIn(page.locator("#report-table tbody"));
    const values = rows.flatMap(({ direct, shared, total, before = "", change = "" }) => [
      ...[direct, shared, total, before, change],
    ]);
    expect(shown.sort()).toEqual(values.sort());
    expect(await page.locator("#report-table thead").innerText()).toContain("August 2026");
    expect(await page.locator("#days .legend").innerText()).toContain("August 2026");
  });
});

test("a credit is not drawn as a flow, and the page says so", async () => {
  const { serve, open } = setting();
  const { page } = await open((await serve(hostile())).url);
  expect(await page.locator("#flow .note").innerText()).toContain("not drawn");
  expect(await page.locator("#flow .note").innerText()).toContain("out of scope -3.00");
});

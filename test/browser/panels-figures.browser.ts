import type { ExperimentsAnswer, PoolsAnswer, ViolationsAnswer } from "@tagledger/dashboard/api/answers";
import { formatAmount, parseAmount } from "@tagledger/dashboard/money/amount";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCRIPT, STYLED } from "./company/hostile.ts";
import { settled } from "./page.ts";
import { FORMULA } from "./panels/bill.ts";
import { type Running, runCompany } from "./panels/system.ts";
import { setting } from "./setting.ts";
import { valuesIn } from "./values.ts";

const MONTH = "months/2026-09";

describe("the figures of the panels", () => {
  const { open } = setting();
  let company: Running;

  beforeAll(async () => {
    company = await runCompany();
  });
  afterAll(() => company.close());

  const answerOf = async <Answer>(path: string): Promise<Answer> =>
    (await fetch(`${company.url}api/v1/${path}`)).json() as Promise<Answer>;
  /** The exact amounts of a table's lines, without quantities and fractions. */
  const amountsIn = async (table: Locator) => (await valuesIn(table)).filter((value) => !value.includes("/"));

  test("of pools are the API's, digit for digit, for all teams and for one", async () => {
    const { page } = await open(`${company.url}?view=shared`);
    const { pools } = await answerOf<PoolsAnswer>(`${MONTH}/pools`);
    const shown = await amountsIn(page.locator("#pools-table"));
    expect(shown).toEqual(expect.arrayContaining(pools.map(({ amount }) => amount)));
    for (const why of await page.locator("#pools .why").all()) await why.click();
    const shares = await amountsIn(page.locator("#pools .behind"));
    expect(shares.sort()).toEqual(pools.flatMap((pool) => pool.shares.map(({ amount }) => amount)).sort());

    await page.getByLabel("Team", { exact: true }).selectOption(SCRIPT);
    await settled(page);
    const own = pools.flatMap((pool) => pool.shares.filter(({ team }) => team === SCRIPT));
    expect(own.length).toBe(2);
    const values = await valuesIn(page.locator("#pools-table tbody > tr:first-child"));
    expect(values).toEqual(expect.arrayContaining(own.flatMap(({ amount, weight }) => [amount, weight])));
  });

  test("of a share are explained from the rule to the row of usage", async () => {
    const { page, complaints } = await open(`${company.url}?view=shared&team=${encodeURIComponent(STYLED)}`);
    await page.getByRole("button", { name: "Why this share of gpu" }).click();
    await settled(page);
    const why = page.locator("#pools .behind:visible");
    const gpu = (await answerOf<PoolsAnswer>(`${MONTH}/pools`)).pools.find(({ pool }) => pool === "gpu");
    const share = gpu?.shares.find(({ team }) => team === STYLED);
    expect(await why.locator(".exactly code").allInnerTexts()).toEqual([
      share?.weight,
      gpu?.amount,
      share?.amount,
      expect.stringMatching(/^0\.0*1$/),
    ]);
    const consumers = await why.locator("table").first().locator("tbody th").allInnerTexts();
    expect(consumers.sort()).toEqual(["fraud-detection", "idle", SCRIPT, STYLED, "vision"].sort());
    for (const summary of await why.locator("summary").all()) await summary.click();
    expect(await why.innerText()).toMatch(/usage\.csv:5/);
    expect(await why.innerText()).toContain("method: usage, metric:");
    expect(await why.locator(".line code").innerText()).toContain(
      `'--team={amount|1,000,000.00}'`.slice(1, 8),
    );
    expect(complaints).toEqual([]);
  });

  test("of experiments say what a run cost, as often as one ran", async () => {
    const { page } = await open(`${company.url}?view=experiments`);
    await page.locator("#experiments").getByRole("button", { name: /^All/ }).click();
    const row = page
      .locator("#experiments-table tbody tr", { hasText: FORMULA })
      .filter({ hasText: "fraud-detection" })
      .filter({ hasText: "project-1" });
    const { experiments } = await answerOf<ExperimentsAnswer>(`${MONTH}/experiments?team=fraud-detection`);
    const cost = experiments.find((each) => each.experiment === FORMULA && each.project === "project-1");
    const perRun = formatAmount(parseAmount(cost?.total ?? "") / 3n);
    expect(await valuesIn(row)).toEqual([cost?.direct, cost?.shared, cost?.total, perRun]);
    expect(await row.locator("td").nth(5).innerText()).toBe("3");
  });

  test("of what breaks the rules come the dearest first, each with the line to copy", async () => {
    const { page } = await open(`${company.url}?view=resources`);
    const { items, total } = await answerOf<ViolationsAnswer>("violations");
    const ids = () => page.locator("#violations .story-link").allInnerTexts();
    expect(await ids()).toEqual(items.slice(0, 5).map(({ id }) => id));
    const [dearest] = items;
    expect(await page.locator("#violations tbody th").first().textContent()).toBe(
      `${dearest?.type} ${dearest?.id} ${dearest?.account} · ${dearest?.region}`,
    );
    await page.getByRole("button", { name: "More violations" }).click();
    await settled(page);
    expect(await ids()).toEqual(items.map(({ id }) => id));
    expect(await page.locator("#violations .paging p").innerText()).toContain(
      `${total} of ${total} resources`,
    );
    const first = page.locator("#violations .fix").first();
    await first.getByRole("button").click();
    await first.getByRole("status").getByText("Copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(items[0]?.fix);
    expect(await page.locator("#violations .deadline").innerText()).toMatch(
      /may be quarantined from 21 Sept 2026/,
    );
  });

  test("of tag coverage and of what is there now are the API's, digit for digit", async () => {
    const { page } = await open(`${company.url}?view=experiments`);
    const coverage = await answerOf<{ direct: string; teams: { direct: string }[] }>(`${MONTH}/coverage`);
    await page.locator("#coverage summary").click();
    const covered = await valuesIn(page.locator("#coverage-table"));
    expect(covered).toEqual(
      expect.arrayContaining([coverage.direct, ...coverage.teams.map(({ direct }) => direct)]),
    );
    await page.getByRole("link", { name: "Resources", exact: true }).click();
    await settled(page);
    const live = await answerOf<{ rows: { hourly: { amounts: { amount: string }[] } }[] }>("live");
    const hourly = live.rows.flatMap((row) => row.hourly.amounts.map(({ amount }) => amount));
    expect(await valuesIn(page.locator("#live-table tbody"))).toEqual(expect.arrayContaining(hourly));
  });

  test("keep hostile names text, in hints as well", async () => {
    const { page, complaints } = await open(`${company.url}?view=shared`);
    const chart = page.locator("#pools .chart");
    await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await chart.boundingBox();
    if (box === null) throw new Error("there is no chart");
    const hint = page.locator("#pools .hint");
    const said = new Set<string>();
    for (let x = 195; x < box.width; x += 20) {
      await page.mouse.move(box.x + x, box.y + 25);
      if (await hint.isVisible()) said.add(await hint.innerText());
    }
    expect([...said].join("\n")).toContain(`${SCRIPT}: `);
    expect([...said].join("\n")).toContain(`${STYLED}: `);
    expect(await page.locator("img, script:not([src])").count()).toBe(0);
    expect(await page.title()).toBe("Shared costs, September 2026 – Tagledger");
    expect(complaints).toEqual([]);
  });
});

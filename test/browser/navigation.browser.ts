import type { MonthsAnswer, ReportAnswer } from "@tagledger/dashboard/api/answers";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { STORY } from "./company/resources.ts";
import { settled } from "./page.ts";
import { company } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";
import { answerOf, valuesIn } from "./values.ts";

describe("what the page shows", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(company());
  });

  test("is chosen by period, basis and team, and stands in the address", async () => {
    const { page } = await open(server.url);
    const bill = page.locator(".equation data").first();
    const september = await bill.innerText();
    await page.getByLabel("Period", { exact: true }).selectOption({ label: "August 2026" });
    await settled(page);
    expect(new URL(page.url()).search).toBe("?period=2026-08");
    expect(await page.locator("h1").innerText()).toContain("August 2026");
    expect(await bill.innerText()).not.toBe(september);

    await page.getByLabel("Period", { exact: true }).selectOption({ label: "September 2026" });
    await page.getByLabel("Basis", { exact: true }).selectOption({ label: "billed cost" });
    await settled(page);
    expect(new URL(page.url()).search).toBe("?period=2026-09&basis=billed");
    expect(await bill.innerText()).not.toBe(september);

    await page.getByLabel("Team", { exact: true }).selectOption({ label: "fraud-detection" });
    await settled(page);
    expect(new URL(page.url()).search).toBe("?period=2026-09&basis=billed&team=fraud-detection");
    expect(await page.locator("h1 .whose").innerText()).toBe("fraud-detection");
    expect(await page.title()).toBe("fraud-detection, September 2026 – Tagledger");
    await page.getByRole("link", { name: "Resources", exact: true }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe(
      "?view=resources&period=2026-09&basis=billed&team=fraud-detection",
    );
    expect(await page.locator("#resources td[data-title=team]").allInnerTexts()).not.toContain("nobody’s");
  });

  test("comes back with the back button, and goes forth again", async () => {
    const { page } = await open(server.url);
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "document-ai" });
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("All teams");
    expect(await page.locator("#report-table tbody tr").count()).toBe(5);
    expect(await page.getByLabel("Team", { exact: true }).inputValue()).toBe("");
    await page.goForward();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("document-ai");
  });

  test("opens from an address", async () => {
    const { page } = await open(
      `${server.url}?view=resources&period=2026-08&team=personalization&verdict=all&created=period`,
    );
    expect(await page.locator("h1").innerText()).toContain("August 2026");
    expect(await page.locator("#resources .empty-title").innerText()).toBe("No resources here.");
  });

  test("is narrowed by project, workload, environment and experiment, which the address and all figures follow", async () => {
    const { page } = await open(server.url);
    const total = page.locator(".equation data").first();
    const seen = [await total.getAttribute("value")];
    for (const [label, value] of [
      ["Project", "price-elasticity"],
      ["Workload", "training"],
      ["Environment", "dev"],
      ["Experiment", "exp-1000"],
    ] as const) {
      await page.getByLabel(label, { exact: true }).selectOption({ label: value });
      await settled(page);
      expect(new URL(page.url()).searchParams.get(label.toLowerCase())).toBe(value);
      seen.push(await total.getAttribute("value"));
    }
    const where = ["project=price-elasticity", "workload=training", "environment=dev", "experiment=exp-1000"];
    const query = where.map((each) => `where=${encodeURIComponent(each)}`).join("&");
    const { totals } = await answerOf<ReportAnswer>(server, `months/2026-09/report?${query}`);
    expect(seen.at(-1)).toBe(totals.bill);
    expect(Number(seen[1])).toBeLessThan(Number(seen[0]));
    expect(await valuesIn(page.locator("#report-table tfoot"))).toEqual(
      expect.arrayContaining([totals.direct, totals.shared]),
    );
    await page.goBack();
    await settled(page);
    expect(new URL(page.url()).searchParams.get("experiment")).toBeNull();
    await page.getByRole("link", { name: "Clear filters" }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("");
    expect(await total.getAttribute("value")).toBe(seen[0]);
  });

  test("has of each filter only values that are left under the others, and what has none", async () => {
    const { page } = await open(`${server.url}?team=document-ai&project=contract-review`);
    const valuesOf = async (label: string) =>
      (await page.getByLabel(label, { exact: true }).locator("option").allInnerTexts()).sort();
    expect(await valuesOf("Workload")).toEqual(["all", "inference", "no workload", "notebook", "training"]);
    expect(await valuesOf("Project")).toContain("invoice-extraction");
    await page.getByLabel("Workload", { exact: true }).selectOption({ label: "no workload" });
    await settled(page);
    expect(new URL(page.url()).search).toBe("?team=document-ai&project=contract-review&workload=");
    expect(await page.locator("#report-table tfoot data").first().getAttribute("value")).toBe(
      "819.346548432",
    );
  });

  test("is grouped by anything, in the address too", async () => {
    const { page } = await open(server.url);
    await page.getByLabel("then by", { exact: true }).selectOption({ label: "service" });
    await settled(page);
    expect(new URL(page.url()).searchParams.get("groupBy")).toBe("team,service");
    const heads = await page.locator("#report-table thead th").allInnerTexts();
    expect(heads.slice(0, 2)).toEqual(["team", "service"]);
    await page.getByLabel("Group by", { exact: true }).selectOption({ label: "day" });
    await settled(page);
    expect(new URL(page.url()).searchParams.get("groupBy")).toBe("day,service");
    await page.getByLabel("then by", { exact: true }).selectOption({ label: "nothing more" });
    await settled(page);
    expect(await page.locator("#report-table tbody th").first().innerText()).toBe("01");
  });

  test("follows a name in the report, and a bar that is clicked", async () => {
    const { page } = await open(server.url);
    await page.locator("#report-table").getByRole("link", { name: "ml-platform" }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("?team=ml-platform");
    await page.goBack();
    await settled(page);
    const chart = page.locator("#projects .chart");
    await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await chart.boundingBox();
    if (box === null) throw new Error("there is no chart");
    await page.mouse.click(box.x + 230, box.y + 25);
    await settled(page);
    expect(new URL(page.url()).search).toMatch(/^\?project=\w+/);
  });

  test("says that it is newer than a link of an older snapshot, and shows no other", async () => {
    const { page } = await open(`${server.url}?period=2026-08&snapshot=${"c0ffee".repeat(10)}`);
    const newer = (on: Page) => on.getByText("These figures are newer than your link");
    await newer(page).waitFor();
    await page.getByRole("link", { name: "Go on with these figures" }).click();
    await settled(page);
    expect(await newer(page).count()).toBe(0);
    expect(new URL(page.url()).search).toBe("?period=2026-08");
    const { months } = await answerOf<MonthsAnswer>(server, "months");
    const august = months.find(({ period }) => period === "2026-08")?.bases ?? [];
    const snapshot = august.find(({ basis }) => basis === "effective")?.snapshot ?? "";
    const { page: same } = await open(`${server.url}?period=2026-08&basis=effective&snapshot=${snapshot}`);
    expect(await newer(same).count()).toBe(0);
  });

  test("is where it was when a story has been read", async () => {
    const { page } = await open(`${server.url}?view=resources&verdict=all`);
    await page.locator("#resources").getByRole("button", { name: "More" }).click();
    await settled(page);
    const link = page.locator("#resources .story-link").nth(15);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>("scrollY");
    await link.click();
    await settled(page);
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await page.waitForFunction(`Math.abs(scrollY - ${before}) < 5`);
    expect(await page.locator("#resources .story-link").count()).toBe(20);
  });

  test("tells a resource's story, by link and by address", async () => {
    const { page } = await open(`${server.url}?view=resources&team=fraud-detection&verdict=violating`);
    await page.locator("#resources").getByRole("link", { name: "card-screening-prod" }).click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get("resource")).toBe(STORY);
    const told = await page.locator("main:visible").innerText();
    const { page: deep } = await open(page.url());
    expect(await deep.locator("main:visible").innerText()).toBe(told);
    for (const part of ["What is found", "What happened", "Whose it is", "Its tags"])
      expect(told).toContain(part);
    expect(await deep.locator(".moment").allInnerTexts()).toEqual([
      expect.stringContaining("created by ml-pipeline-runner"),
      expect.stringContaining("tags set by ann@example.com"),
      expect.stringContaining("ml-environment = production"),
      expect.stringContaining("tags removed"),
      expect.stringContaining("judged violating"),
      expect.stringContaining("created by ann@example.com"),
    ]);
    await deep.getByRole("link", { name: "All resources" }).click();
    expect(await deep.getByLabel("Team", { exact: true }).inputValue()).toBe("fraud-detection");
  });
});

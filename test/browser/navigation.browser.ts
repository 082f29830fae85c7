import { beforeAll, describe, expect, test } from "vitest";
import { STORY } from "./company/resources.ts";
import { settled } from "./page.ts";
import { companyLedger } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

describe("what the page shows", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(await companyLedger());
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
    expect(await page.locator("#teams h2").innerText()).toBe("What fraud-detection bears");
    expect(await page.title()).toBe("fraud-detection, September 2026 – Tagledger");
    expect(await page.locator(".resources td[data-title=team]").allInnerTexts()).not.toContain("nobody’s");
  });

  test("comes back with the back button, and goes forth again", async () => {
    const { page } = await open(server.url);
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "document-ai" });
    await settled(page);
    await page.goBack();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("All teams");
    expect(await page.locator("#teams-table tbody").count()).toBe(5);
    expect(await page.getByLabel("Team", { exact: true }).inputValue()).toBe("");
    await page.goForward();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("document-ai");
  });

  test("opens from an address", async () => {
    const { page } = await open(
      `${server.url}?period=2026-08&team=personalization&verdict=all&created=period`,
    );
    expect(await page.locator("h1").innerText()).toContain("August 2026");
    expect(await page.locator("#resources .empty-title").innerText()).toBe("No resources here.");
  });

  test("follows a team's name, and a bar that is clicked", async () => {
    const { page } = await open(server.url);
    await page.locator("#teams-table").getByRole("link", { name: "ml-platform" }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("?team=ml-platform");
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await settled(page);
    await page.evaluate("scrollTo(0, 0)");
    const box = await page.locator("#teams .chart").boundingBox();
    if (box === null) throw new Error("there is no chart");
    await page.mouse.click(box.x + 260, box.y + 25);
    await settled(page);
    expect(new URL(page.url()).search).toBe("?team=document-ai");
  });

  test("is split by project on demand", async () => {
    const { page } = await open(server.url);
    await page.getByRole("link", { name: "Project", exact: true }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("?split=project");
    expect(await page.locator("#teams-table tr.part").count()).toBeGreaterThan(10);
  });

  test("is where it was when a story has been read", async () => {
    const { page } = await open(`${server.url}?verdict=all`);
    await page.getByRole("button", { name: "More" }).click();
    await settled(page);
    const link = page.locator(".story-link").nth(30);
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate<number>("scrollY");
    await link.click();
    await settled(page);
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await page.waitForFunction(`Math.abs(scrollY - ${before}) < 5`);
    expect(await page.locator(".story-link").count()).toBe(40);
  });

  test("tells a resource's story, by link and by address", async () => {
    const { page } = await open(`${server.url}?team=fraud-detection&verdict=violating`);
    await page.getByRole("link", { name: "card-screening-prod" }).click();
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

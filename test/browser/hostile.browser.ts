import { beforeAll, describe, expect, test } from "vitest";
import { LONG_ARN, SCRIPT, STYLED } from "./company/hostile.ts";
import { hostile } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

describe("names that are meant to break the page", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(hostile());
  });

  test("are text wherever they stand", async () => {
    const { page, complaints } = await open(`${server.url}?verdict=all`);
    expect(await page.locator("#report-table tbody th").allInnerTexts()).toEqual(
      expect.arrayContaining([SCRIPT, STYLED, "\\u{202e}gnorw", "two\\nlines", "مشروع"]),
    );
    expect(await page.locator("img, script:not([src])").count()).toBe(0);
    expect(await page.title()).toBe("September 2026 – Tagledger");
    expect(complaints).toEqual([]);
  });

  test("are text in a chart's hints and labels", async () => {
    const { page, complaints } = await open(server.url);
    const labels = await page.locator("#projects .chart svg text").allTextContents();
    expect(labels.join()).toContain("<img src=x onerror=");
    const chart = page.locator("#projects .chart");
    await chart.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await chart.boundingBox();
    if (box === null) throw new Error("there is no chart");
    // Over the bar of the dearest project, whose name is markup.
    await page.mouse.move(box.x + box.width * 0.6, box.y + 25);
    expect(await page.locator(".hint strong").innerText()).toBe(SCRIPT);
    expect(await page.locator(".hint img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("do not break a story", async () => {
    for (const name of [`odd/0/${"<script>alert(1)</script>"}`, LONG_ARN]) {
      const { page, complaints } = await open(`${server.url}?resource=${encodeURIComponent(name)}`, 390);
      expect(await page.locator(".resource-name code").innerText()).toBe(name);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    }
  });

  test("are asked for and found as they are", async () => {
    const { page } = await open(`${server.url}?team=${encodeURIComponent(SCRIPT)}`);
    expect(await page.locator("h1 .whose").innerText()).toBe(SCRIPT);
    expect(await page.getByLabel("Team", { exact: true }).inputValue()).toBe(SCRIPT);
    expect(await page.locator("#projects-table tbody").count()).toBeGreaterThan(0);
  });
});

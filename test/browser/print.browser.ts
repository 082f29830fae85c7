import { beforeAll, describe, expect, test } from "vitest";
import { company } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

describe("on paper", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(company());
  });

  test("there are figures and pictures and nothing to press, and nothing is cut off", async () => {
    const { page } = await open(`${server.url}?team=document-ai`);
    await page.emulateMedia({ media: "print" });
    // A4 within its margins.
    await page.setViewportSize({ width: 703, height: 1000 });
    for (const control of [".selectors", ".filters", ".sections", ".download"])
      expect(await page.locator(control).first().isVisible(), control).toBe(false);
    for (const shown of [".equation", "#report-table", "#projects .chart svg", "#days .chart svg"])
      expect(await page.locator(shown).first().isVisible(), shown).toBe(true);
    expect(await page.locator("h1").innerText()).toContain("document-ai");
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });

  test("a table that is opened is printed whole", async () => {
    const { page } = await open(server.url);
    await page.locator("#days .as-table summary").click();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#days-table tbody tr").last().isVisible()).toBe(true);
    expect(await page.locator("#projects .as-table").isVisible()).toBe(false);
  });
});

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers } from "./axe.ts";
import { SCRIPT } from "./company/hostile.ts";
import { SCHEMES, settled, WIDTHS } from "./page.ts";
import { named } from "./panels/ledger.ts";
import { type Running, runCompany } from "./panels/system.ts";
import { setting } from "./setting.ts";

const SCREENSHOTS = join(import.meta.dirname, "screenshots");
const PANELS = {
  shared: ["pools", "upload"],
  experiments: ["experiments", "coverage"],
  resources: ["live", "violations", "requests", "inputs"],
};
const REQUEST = {
  ...{ kind: "exemption", resource: named(SCRIPT), until: "2026-10-15" },
  reason: `moves out this month, ${SCRIPT} and all that belongs to it, as was agreed with those who pay for it`,
};
const USAGE = `start,end,pool,team,metric,quantity
2026-09-03,2026-09-04,gpu,vision,gpu-hours,1
`;
const LOOKS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

describe("the panels", () => {
  const { open } = setting();
  let company: Running;

  beforeAll(async () => {
    company = await runCompany();
    await post("requests", "application/json", JSON.stringify(REQUEST));
    await post("usage?name=usage-2026-09.csv", "text/csv", USAGE);
  });
  afterAll(() => company.close());

  const post = async (path: string, type: string, body: string) => {
    const headers = { "content-type": type };
    const { status } = await fetch(`${company.url}api/v1/${path}`, { method: "POST", headers, body });
    expect(status).toBe(201);
  };

  describe.each(LOOKS)("at $width px by $scheme", ({ width, scheme }) => {
    test.each([
      ["of all teams", ""],
      ["of one team", "&team=fraud-detection"],
      ["of a team whose name is markup", `&team=${encodeURIComponent(SCRIPT)}`],
    ])("%s are right, with all that opens open", async (whose, query) => {
      for (const [view, ids] of Object.entries(PANELS)) {
        const { page, complaints } = await open(`${company.url}?view=${view}${query}`, width, scheme);
        for (const why of await page.locator("#pools .why").all()) await why.click();
        await settled(page);
        for (const summary of await page.locator("section summary").all()) await summary.click();
        for (const more of await page.locator(".folding button:visible").all()) await more.click();
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(
          0,
        );
        expect(await barriers(page)).toEqual([]);
        expect(complaints).toEqual([]);
        // What stays at the top would stand in the way of pictures.
        await page.locator(".masthead").evaluate((top) => top.setAttribute("hidden", ""));
        for (const id of ids) {
          const path = join(SCREENSHOTS, `panel-${id}-${whose.replaceAll(" ", "-")}-${width}-${scheme}.png`);
          await page.locator(`#${id}`).screenshot({ path });
        }
      }
    });

    test("the story of a resource with its requests is right", async () => {
      const { page, complaints } = await open(
        `${company.url}?resource=${encodeURIComponent(named("i-held"))}`,
        width,
        scheme,
      );
      await page.screenshot({
        path: join(SCREENSHOTS, `panel-story-${width}-${scheme}.png`),
        fullPage: true,
      });
      expect(await page.locator(".ask select").inputValue()).toBe("release");
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  test("on paper nothing is asked for, and all figures are there", async () => {
    const { page } = await open(`${company.url}?view=shared&team=fraud-detection`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#upload form").isVisible()).toBe(false);
    expect(await page.locator("#pools-table data").first().isVisible()).toBe(true);
    await page.screenshot({ path: join(SCREENSHOTS, "panels-print.png"), fullPage: true });
  });
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers } from "./axe.ts";
import { settled, WIDTHS } from "./page.ts";
import { type Running, runCompany } from "./panels/system.ts";
import { setting } from "./setting.ts";

const REFUSED = { title: "Service unavailable", status: 503, detail: "<b>the ledger</b> is locked" };
/** The panels by view, and what each asks for. */
const ASKED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  shared: { pools: "**/pools?*" },
  experiments: { experiments: "**/experiments?*", coverage: "**/coverage?*" },
  resources: { live: "**/live?*", violations: "**/violations?*", requests: "**/requests?*" },
};
const EMPTY: Readonly<Record<string, object>> = {
  pools: { pools: [] },
  experiments: { experiments: [] },
  coverage: { direct: "0", covered: "0", fraction: null, by: [], teams: [] },
  live: { rows: [] },
  violations: { items: [], total: 0, next: null },
  requests: { items: [], next: null },
};

describe("a panel", () => {
  const { open } = setting();
  let company: Running;

  beforeAll(async () => {
    company = await runCompany();
  });
  afterAll(() => company.close());

  /** Opens the page where it asks for some things that are answered otherwise. */
  const openWith = async (view: string, answers: (page: Page) => Promise<void>, width?: number) => {
    const { page } = await open(`${company.url}?resource=nothing`, width);
    await answers(page);
    await page.goto(`${company.url}?view=${view}`);
    await settled(page);
    return page;
  };

  describe.each(Object.entries(ASKED))("among %s", (view, asked) => {
    test("that is refused says why, leaves the others alone, and asks again", async () => {
      const page = await openWith(view, async (opened) => {
        for (const address of Object.values(asked))
          await opened.route(address, (route) =>
            route.fulfill({
              status: 503,
              contentType: "application/problem+json",
              body: JSON.stringify(REFUSED),
            }),
          );
      });
      for (const id of Object.keys(asked)) {
        const failed = page.locator(`#${id} .failed`);
        expect(await failed.innerText(), id).toContain("<b>the ledger</b> is locked");
        expect(await failed.locator("b").count()).toBe(0);
      }
      expect(await page.locator(".failed").count()).toBe(Object.keys(asked).length);
      expect(await barriers(page)).toEqual([]);
      await page.unrouteAll();
      for (const id of Object.keys(asked)) {
        await page.locator(`#${id}`).getByRole("button", { name: "Try again" }).click();
        await settled(page);
        expect(await page.locator(`#${id} .failed`).count(), id).toBe(0);
        expect(await page.locator(`#${id}`).locator("tbody, .empty").count(), id).toBeGreaterThan(0);
      }
    });

    test("of which there is nothing says so", async () => {
      const answers = async (opened: Page) => {
        for (const [id, address] of Object.entries(asked))
          await opened.route(address, async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, json: { ...(await response.json()), ...EMPTY[id] } });
          });
      };
      const page = await openWith(view, answers, 390);
      for (const id of Object.keys(asked))
        expect(await page.locator(`#${id} .empty-title`).count(), id).toBe(1);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test.each(WIDTHS)("at %i px opens and closes what lies behind a share by keyboard", async (width) => {
    const { page } = await open(`${company.url}?view=shared&team=vision`, width);
    const why = page.getByRole("button", { name: "Why this share of gpu" });
    await why.focus();
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await why.getAttribute("aria-expanded")).toBe("true");
    const behind = page.locator(`[id="${await why.getAttribute("aria-controls")}"]`);
    expect(await behind.isVisible()).toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('.behind') !== null")).toBe(true);
    await why.focus();
    await page.keyboard.press("Space");
    expect(await behind.isVisible()).toBe(false);
  });

  test("shows a team only what is its own", async () => {
    company.seenBy({ name: "vera", teams: ["vision"], seesAll: false, scopes: ["read"] });
    const { page, complaints } = await open(`${company.url}?view=shared&team=vision`);
    await page.getByRole("button", { name: "Why this share of gpu" }).click();
    await settled(page);
    const words = await page.locator("main:visible").innerText();
    expect(words).toContain("others");
    expect(words).not.toMatch(/fraud-detection|broken into|i-dear/);
    expect(complaints).toEqual([]);
    company.seenBy({});
  });
});

import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { settled } from "./page.ts";
import { company } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

/** What each view holds, and of what it asks the API. */
const VIEWS = [
  ["Costs", "", ["projects", "report", "days", "flow"], ["report", "days", "pools"]],
  ["Shared costs", "?view=shared", ["pools", "unallocated", "upload"], ["pools", "unallocated", "usage"]],
  [
    "Experiments and tags",
    "?view=experiments",
    ["experiments", "coverage"],
    ["experiments", "runs", "coverage"],
  ],
  [
    "Resources",
    "?view=resources",
    ["live", "violations", "resources", "requests", "inputs"],
    ["live", "violations", "resources", "counts", "requests"],
  ],
] as const;
/** What is asked in every view: who looks, at what, and what can be chosen. */
const ALWAYS = ["session", "months", "inputs", "report"];

describe("the views", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(company());
  });

  const panels = (page: Page) =>
    page.locator("main:visible > section").evaluateAll((sections) => sections.map(({ id }) => id));
  const current = (page: Page) => page.locator(".views a[aria-current=page]").allInnerTexts();

  test.each(VIEWS)("%s has its panels and asks only for them", async (name, query, ids, parts) => {
    const before = server.asked.length;
    const { page } = await open(`${server.url}${query}`);
    expect(await panels(page)).toEqual(ids);
    expect(await current(page)).toEqual([name]);
    expect(await page.locator(".kicker:visible").innerText()).toBe(name.toUpperCase());
    const jumps = await page.locator(".sections a").evaluateAll((links) => links.map((each) => each.hash));
    expect(jumps).toEqual(ids.map((id) => `#${id}`));
    const asked = server.asked.slice(before).map((each) => each.replace(/\?.*/, "").split("/").at(-1) ?? "");
    expect([...new Set(asked)].sort()).toEqual([...new Set([...ALWAYS, ...parts])].sort());
  });

  test("are chosen, told, gone back from and gone forth to", async () => {
    const { page } = await open(`${server.url}?period=2026-08&team=fraud-detection`);
    await page.evaluate("scrollTo(0, 900)");
    await page.getByRole("link", { name: "Shared costs", exact: true }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("?view=shared&period=2026-08&team=fraud-detection");
    expect(await page.title()).toBe("Shared costs, fraud-detection, August 2026 – Tagledger");
    expect(await page.getByRole("status").first().innerText()).toContain("Shared costs, fraud-detection");
    expect(await page.evaluate("scrollY")).toBe(0);
    await page.goBack();
    await settled(page);
    expect(await current(page)).toEqual(["Costs"]);
    expect(await page.title()).toBe("fraud-detection, August 2026 – Tagledger");
    await page.goForward();
    await settled(page);
    expect(await current(page)).toEqual(["Shared costs"]);
  });

  test.each(["coverage", "requests", "pools"])(
    "are found by the anchor #%s, also where the address names none",
    async (id) => {
      const { page } = await open(`${server.url}?period=2026-09#${id}`);
      await page.locator(`#${id}`).waitFor();
      await settled(page);
      expect(new URL(page.url()).hash).toBe(`#${id}`);
      const top = await page.locator(`#${id}`).evaluate((panel) => panel.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(await page.evaluate<number>("innerHeight"));
      await page.evaluate(`location.hash = "#days"`);
      await page.locator("#days").waitFor();
      expect(await current(page)).toEqual(["Costs"]);
    },
  );

  test("say which filters do not narrow what they show", async () => {
    const query = "team=document-ai&project=contract-review&workload=training";
    const { page } = await open(`${server.url}?${query}`);
    expect(
      await page.locator("section:has(.unfiltered)").evaluateAll((all) => all.map(({ id }) => id)),
    ).toEqual(["flow"]);
    await page.getByRole("link", { name: "Shared costs", exact: true }).click();
    await settled(page);
    expect(await page.locator("#pools .unfiltered").innerText()).toBe(
      "The filter by project and workload does not narrow this part: it is shown whole.",
    );
    expect(await page.locator("#unallocated .unfiltered").count()).toBe(0);
    expect(await page.locator("#unallocated .empty-title").innerText()).toBe(
      "Nothing that the filters keep is unallocated.",
    );
    await page.getByRole("link", { name: "Resources", exact: true }).click();
    await settled(page);
    expect(await page.getByLabel("Project", { exact: true }).count()).toBe(0);
    await page.getByRole("link", { name: "Clear filters" }).click();
    await settled(page);
    expect(new URL(page.url()).search).toBe("?view=resources&team=document-ai");
    expect(await page.locator(".unfiltered").count()).toBe(0);
  });

  test("begin long tables with a few rows, show all on demand, and print all", async () => {
    const { page } = await open(`${server.url}?view=experiments`);
    const rows = page.locator("#experiments-table tbody tr");
    const count = await rows.count();
    expect(count).toBeGreaterThan(8);
    const inSight = async () =>
      (await rows.evaluateAll((each) => each.filter((row) => row.offsetParent !== null))).length;
    expect(await inSight()).toBe(8);
    await page.emulateMedia({ media: "print" });
    expect(await inSight()).toBe(count);
    await page.emulateMedia({ media: "screen" });
    const more = page.locator("#experiments").getByRole("button", { name: `All ${count} experiments` });
    expect(await more.getAttribute("aria-expanded")).toBe("false");
    await more.focus();
    await page.keyboard.press("Enter");
    expect(await inSight()).toBe(count);
    expect(await page.locator(":focus").innerText()).toBe("Fewer experiments");
    expect(await page.locator("#experiments .folding [role=status]").innerText()).toBe(
      `${count} experiments`,
    );
  });
});

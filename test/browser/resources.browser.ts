import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import { beforeAll, describe, expect, test } from "vitest";
import { settled } from "./page.ts";
import { company } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

describe("the resources", () => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(company());
  });

  const listed = async (query: string): Promise<readonly ResourceView[]> => {
    const response = await fetch(`${server.url}api/v1/resources?limit=1000&${query}`);
    return ((await response.json()) as { items: ResourceView[] }).items;
  };

  test("to fix come first: the violating and the repairable, the newest first", async () => {
    const { page } = await open(`${server.url}?view=resources`);
    const both = [...(await listed("verdict=violating")), ...(await listed("verdict=repairable"))];
    const newest = both
      .map(({ created }) => created)
      .sort()
      .reverse();
    const shown = page.locator("#resources tbody time");
    const times = await Promise.all((await shown.all()).map((time) => time.getAttribute("datetime")));
    expect(times).toEqual(newest.slice(0, 10));
    expect(await page.locator(".chip[aria-current]").textContent()).toBe(`To fix ${both.length}`);
    expect(await page.locator("#resources .paging p").innerText()).toBe(`10 of ${both.length} resources`);
  });

  test("go on as often as there are more", async () => {
    const { page } = await open(`${server.url}?view=resources`);
    const all = (await listed("verdict=violating")).length + (await listed("verdict=repairable")).length;
    const more = page.locator("#resources").getByRole("button", { name: "More" });
    while (await more.isVisible()) {
      await more.click();
      await settled(page);
    }
    expect(await page.locator("#resources tbody").count()).toBe(all);
    expect(await page.locator("#resources .paging p").innerText()).toBe(`${all} of ${all} resources`);
  });

  test("are chosen by verdict, by whose they are and by when they were created", async () => {
    const { page } = await open(`${server.url}?view=resources`);
    await page
      .locator(".chips")
      .getByRole("link", { name: /^Exempt/ })
      .click();
    await settled(page);
    expect(new Set(await page.locator("#resources .verdict").allInnerTexts())).toEqual(new Set(["exempt"]));
    expect(await page.locator("#resources .no-fix").first().innerText()).toBe(
      "Left alone until 2027-01-31: migration, for ml-platform",
    );
    await page.locator(".scopes").getByRole("link", { name: "Nobody’s" }).click();
    await page
      .locator(".chips")
      .getByRole("link", { name: /^All \d/ })
      .click();
    await settled(page);
    expect(new Set(await page.locator("#resources td[data-title=team]").allInnerTexts())).toEqual(
      new Set(["nobody’s"]),
    );
    expect(new URL(page.url()).search).toBe("?view=resources&verdict=all&owner=nobody");
    await page.locator(".scopes").getByRole("link", { name: "September 2026" }).click();
    await settled(page);
    expect(server.asked.filter((path) => path.startsWith("/api/v1/resources")).at(-1)).toContain(
      "period=2026-09",
    );
  });

  test("say what is wrong in words", async () => {
    const { page } = await open(`${server.url}?view=resources&verdict=violating`);
    const found = await page.locator("#resources .findings").allInnerTexts();
    expect(found).toContain("ml-team names no team: vision\nexpected a team");
  });

  test("have the exact line that puts them right, one click from the clipboard", async () => {
    const { page } = await open(`${server.url}?view=resources`);
    const [first] = [...(await listed("verdict=violating")), ...(await listed("verdict=repairable"))].sort(
      (a, b) => (a.created < b.created ? 1 : -1),
    );
    const fix = page.locator("#resources .fix").first();
    expect(await fix.locator("code").textContent()).toBe(first?.fix);
    const copy = fix.getByRole("button");
    expect(await copy.getAttribute("aria-label")).toBe(`Copy the command for ${first?.id}`);
    await copy.click();
    await fix.getByRole("status").getByText("Copied").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe(first?.fix);
  });

  test("say which values a person has to choose first", async () => {
    const { page } = await open(`${server.url}?view=resources&verdict=violating`);
    expect(await page.locator("#resources .choose").allInnerTexts()).toContain(
      "Choose $ML_TEAM and $ML_PROJECT first: without, the shell refuses to run it.",
    );
  });
});

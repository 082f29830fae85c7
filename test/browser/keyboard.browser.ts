import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { settled, WIDTHS } from "./page.ts";
import { company } from "./scenarios.ts";
import type { Served } from "./server.ts";
import { setting } from "./setting.ts";

const MOST_STEPS = 250;

describe.each(WIDTHS)("at %i px, by keyboard alone", (width) => {
  const { serve, open } = setting();
  let server: Served;

  beforeAll(async () => {
    server = await serve(company());
  });

  /** Steps on until the element in focus is called so; says what was passed on the way. */
  const tabTo = async (page: Page, name: RegExp): Promise<string[]> => {
    const passed: string[] = [];
    while (passed.length < MOST_STEPS) {
      await page.keyboard.press("Tab");
      const focus = page.locator(":focus");
      const label = await focus.evaluate(
        (element) => element.getAttribute("aria-label") ?? element.textContent,
      );
      const called = (await focus.getAttribute("aria-labelledby")) ?? label ?? "";
      const visible = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'");
      const inSelector = (await page.locator(".selector:focus-within").count()) > 0;
      if (!visible && !inSelector) throw new Error(`nobody sees that "${called}" is in focus`);
      if (name.test(called)) return passed;
      passed.push(called);
    }
    throw new Error(`${name} is not reached: ${passed.join(" | ")}`);
  };

  test("the content is one step away", async () => {
    const { page } = await open(server.url, width);
    await tabTo(page, /^To the content$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/#main$/);
  });

  test("another team is chosen", async () => {
    const { page } = await open(server.url, width);
    const passed = await tabTo(page, /^All teams/);
    expect(passed.slice(0, 2)).toEqual(["To the content", "Tagledger, to the start"]);
    await page.keyboard.press("d");
    await settled(page);
    expect(new URL(page.url()).search).toBe("?team=demand-forecasting");
    expect(await page.locator(":focus").inputValue()).toBe("demand-forecasting");
  });

  test("another view is chosen, and the way to it stays in focus", async () => {
    const { page } = await open(server.url, width);
    await tabTo(page, /^Experiments and tags$/);
    await page.keyboard.press("Enter");
    await settled(page);
    expect(new URL(page.url()).search).toBe("?view=experiments");
    expect(await page.locator(":focus").getAttribute("aria-current")).toBe("page");
    expect(await page.locator("#experiments").isVisible()).toBe(true);
  });

  test("a command is copied", async () => {
    const { page } = await open(`${server.url}?view=resources`, width);
    await tabTo(page, /^Copy the command/);
    await page.keyboard.press("Enter");
    await page.locator(".fix [role=status]").getByText("Copied").first().waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^aws /);
  });

  test("a story is opened, read from its title on, and left", async () => {
    const { page } = await open(`${server.url}?view=resources`, width);
    await tabTo(page, /^(i-|ml-features|home-ranking|graph|support)/);
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await page.evaluate("document.activeElement === document.querySelector('.story h1')")).toBe(true);
    await page.goBack();
    await settled(page);
    expect(await page.locator("h1:visible").innerText()).toContain("September 2026");
    await page.locator(".story-link:focus").waitFor();
  });

  test("more resources are read, and the button stays in focus", async () => {
    const { page } = await open(`${server.url}?view=resources`, width);
    await page.locator("#resources").getByRole("button", { name: "More" }).focus();
    await page.keyboard.press("Enter");
    await settled(page);
    expect(await page.locator(":focus").innerText()).toBe("More");
    expect(await page.locator("#resources .paging p").innerText()).toMatch(/^20 of/);
  });
});

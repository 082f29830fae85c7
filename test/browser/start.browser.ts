import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCHEMES, settled, WIDTHS } from "./page.ts";
import { setting } from "./setting.ts";

const MAIN = join(import.meta.dirname, "../../packages/cli/src/start.ts");
const SHOTS = join(import.meta.dirname, "screenshots");

describe("npm start", () => {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-page-"));
  const { open } = setting();
  const system = spawn(process.execPath, [MAIN, "--port", "0"], { cwd: folder });
  let url: string;

  beforeAll(async () => {
    url = await new Promise<string>((resolve, reject) => {
      let notes = "";
      system.stderr.on("data", (data) => {
        notes += data;
        const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(notes) ?? [];
        if (found !== undefined) resolve(found);
      });
      system.once("close", () => reject(new Error(notes)));
    });
  });

  afterAll(async () => {
    await new Promise((resolve) => {
      system.once("close", resolve);
      system.kill("SIGINT");
    });
    rmSync(folder, { recursive: true });
  });

  test.each(WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [width, scheme] as const)))(
    "shows the sample company at %i in %s, without complaint",
    async (width, scheme) => {
      const { page, complaints } = await open(url, width, scheme);
      expect(await page.locator("h1").innerText()).toContain("September 2026");
      const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
      expect([wide, complaints]).toEqual([false, []]);
      await page.screenshot({ path: join(SHOTS, `start-${width}-${scheme}.png`), fullPage: true });
    },
  );

  test("leads from a team to a resource of it, what mends it and its story", async () => {
    const { page, complaints } = await open(url);
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "fraud-detection" });
    await settled(page);
    await page.getByRole("link", { name: "Resources", exact: true }).click();
    await settled(page);
    const command = await page.locator("#resources .fix code").first().innerText();
    expect(command).toContain("aws ");
    await page.locator(".story-link").first().click();
    await settled(page);
    const story = await page.locator("main:visible").innerText();
    expect(story).toContain("What happened");
    expect(story).toMatch(/judged (violating|repairable)/);
    expect(complaints).toEqual([]);
  });
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pageHtml } from "@tagledger/adapters/mail/html/page-html";
import { statementPage } from "@tagledger/adapters/mail/page/statement-page";
import { summaryPage } from "@tagledger/adapters/mail/page/summary-page";
import type { Letter } from "@tagledger/core/ports/mail";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fraudLetter, HOSTILE, hostileLetter, platformLetter } from "../mail/letters.ts";
import { barriers } from "./axe.ts";
import { findChromium } from "./chromium.ts";
import { SCHEMES } from "./page.ts";

/** A reading pane and a telephone. */
const WIDTHS = [600, 360] as const;

const LETTERS: Readonly<Record<string, () => Promise<Letter>>> = {
  team: fraudLetter,
  platform: () =>
    platformLetter([
      { kind: "no-address", team: "nlp" },
      { kind: "bounced", team: "vision", address: "gone@example.com", at: 0, why: "550 no such user" },
    ]),
  hostile: () => hostileLetter(HOSTILE[1]),
  "long name": () => hostileLetter(HOSTILE[10]),
};

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() });
});
afterAll(() => browser?.close());

const cases = Object.keys(LETTERS).flatMap((name) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [name, width, scheme] as const)),
);

describe.each(cases)("the mail to %s at %i px in the %s", (name, width, scheme) => {
  test("fits, runs nothing, and can be read by everybody", async () => {
    const letter = await LETTERS[name]?.();
    if (letter === undefined) throw new Error("there is such a letter");
    const { content } = letter;
    const html = pageHtml(content.kind === "statement" ? statementPage(content) : summaryPage(content));
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("request", ({ url }) => complaints.push(url()));
      page.on("dialog", (dialog) => {
        complaints.push(dialog.message());
        void dialog.dismiss();
      });
      await page.setContent(html);
      await photographed(page, `mail-${name.replace(" ", "-")}-${width}-${scheme}`);
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
      expect(await clipped(page)).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

/** Cells whose text reaches out of them. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(
    `[...document.querySelectorAll("th,td,p,code")].filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.outerHTML.slice(0, 200))`,
  );
}

/** For whoever wants to look: `MAIL_PICTURES` names a folder. */
async function photographed(page: Page, name: string): Promise<void> {
  const folder = process.env.MAIL_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

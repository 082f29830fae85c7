import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { settled } from "./page.ts";
import { named } from "./panels/ledger.ts";
import { type Running, runCompany } from "./panels/system.ts";
import { setting } from "./setting.ts";

const ANN = { name: "ann", teams: ["fraud-detection"], seesAll: false, scopes: ["read", "release"] } as const;
const DORA = { ...ANN, name: "dora", scopes: ["read", "approve"] } as const;
const RITA = { ...ANN, name: "rita", scopes: ["read"] } as const;
const DEAR = named("i-dear");
const REASON = "moves this month <b>really</b>";

describe("what can be done on the page", () => {
  const { open } = setting();
  let company: Running;

  beforeAll(async () => {
    company = await runCompany();
  });
  afterAll(() => company.close());

  const story = (name: string) => `${company.url}?resource=${encodeURIComponent(name)}`;
  const standing = (page: Page) => page.locator("#requests-table .standing").first().innerText();

  test("an exemption is asked for by keyboard alone, and told from then on", async () => {
    company.seenBy(ANN);
    const { page, complaints } = await open(story(DEAR));
    await page.getByLabel("Reason").focus();
    await page.keyboard.type(REASON);
    await page.keyboard.press("Tab");
    await page.keyboard.type("09302026");
    await page.getByLabel("Until and with").fill("2026-09-30");
    await page.keyboard.press("Enter");
    await page.locator(".said").getByText("It is asked for").waitFor();
    await settled(page);
    const told = page.locator("#resource-requests");
    expect(await told.innerText()).toContain(REASON);
    expect(await told.locator("td[data-title=until] time").getAttribute("datetime")).toBe(
      "2026-10-01T00:00:00.000Z",
    );
    expect(await told.getByRole("button").allInnerTexts()).toEqual([expect.stringMatching(/^Withdraw/)]);
    expect(complaints).toEqual([]);
  });

  test("what is refused is said beside what asked for it", async () => {
    company.seenBy(ANN);
    const { page } = await open(story(DEAR));
    await page.getByLabel("Reason").fill("far too long");
    await page.getByLabel("Until and with").fill("2028-01-01");
    await page.getByRole("button", { name: "Ask for exemption" }).click();
    await page.locator(".refused p").waitFor();
    expect(await page.locator(".refused p").innerText()).toMatch(/an exemption holds for at most 90 days/);
    expect(await page.getByLabel("Reason").inputValue()).toBe("far too long");
  });

  test("it is approved by who may, with a note, and nobody else is offered that", async () => {
    company.seenBy(RITA);
    const { page: hers } = await open(`${company.url}?view=resources`);
    expect(await standing(hers)).toBe("open");
    expect(await hers.locator("#requests-table").getByRole("button").count()).toBe(0);
    await hers.getByRole("link", { name: "Shared costs", exact: true }).click();
    await settled(hers);
    expect(await hers.locator("main section").evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      "pools",
    ]);

    company.seenBy(DORA);
    const { page } = await open(`${company.url}?view=resources`);
    await page
      .locator("#requests-table")
      .getByRole("button", { name: /^Approve/ })
      .click();
    expect(await page.locator(":focus").evaluate((field) => field.tagName)).toBe("INPUT");
    await page.keyboard.type("until the move is done");
    await page.keyboard.press("Enter");
    await page.locator("#requests-table .standing-approved").waitFor();
    await settled(page);
    expect(await page.locator("#requests-table").innerText()).toContain("until the move is done");
    const left = await page.locator("#violations .story-link").allInnerTexts();
    expect(left).not.toContain("i-dear");
  });

  test("an exemption that holds is ended by who asked for it", async () => {
    company.seenBy(ANN);
    const { page } = await open(`${company.url}?view=resources`);
    await page
      .locator("#requests-table")
      .getByRole("button", { name: /^Withdraw/ })
      .click();
    await page.locator("#requests-table").getByRole("button", { name: "Cancel" }).click();
    await page
      .locator("#requests-table")
      .getByRole("button", { name: /^Withdraw/ })
      .click();
    await page.locator("#requests-table input:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("#requests-table .standing-withdrawn").waitFor();
  });

  test("a release is asked for where something is quarantined", async () => {
    company.seenBy({});
    const { page } = await open(story(named("i-held")));
    await page.getByLabel("Reason").fill("a demo at noon");
    await page.getByRole("button", { name: "Ask for release" }).click();
    await page.locator("#resource-requests").getByText("a demo at noon").waitFor();
    expect(await page.locator("#resource-requests .kind").innerText()).toBe("release");
  });

  test("usage that is wrong is not taken, and the line is shown", async () => {
    company.seenBy({});
    const { page } = await open(`${company.url}?view=shared`, 390);
    const lines = [
      "start,end,pool,team,metric,quantity",
      "2026-09-03,2026-09-04,gpu,vision,gpu-hours,1",
      "2026-09-03,2026-09-04,<b>gpu</b>,vision,gpu-hours,1",
    ];
    const file = (text: string) => ({
      name: "usage-2026-09.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text, "utf8"),
    });
    await page.getByLabel("CSV or JSON").setInputFiles(file(lines.join("\n")));
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.locator("#upload .wrong").waitFor();
    expect(await page.locator("#upload .wrong").innerText()).toBe(lines[2]);
    expect(await page.locator("#upload .refused").innerText()).toContain('there is no pool "<b>gpu</b>"');
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);

    await page.getByLabel("CSV or JSON").setInputFiles(file(lines.slice(0, 2).join("\n")));
    expect(await page.locator("#upload .wrong").count()).toBe(0);
    await page.getByRole("button", { name: "Hand in" }).click();
    await page.locator("#upload .said").getByText("is kept: 1 row of September 2026").waitFor();
    await page.getByRole("button", { name: "Take back usage-2026-09.csv" }).click();
    await page.locator("#uploads-table").getByText("taken back").waitFor();
  });
});

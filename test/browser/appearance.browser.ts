import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { barriers } from "./axe.ts";
import { LONG_ARN } from "./company/hostile.ts";
import { STORY } from "./company/resources.ts";
import { SCHEMES, WIDTHS } from "./page.ts";
import { company, hostile, nothing, onlyBill, onlyLog } from "./scenarios.ts";
import { setting } from "./setting.ts";

const SCREENSHOTS = join(import.meta.dirname, "screenshots");
const SCENARIOS = { company, bill: onlyBill, log: onlyLog, empty: nothing, hostile };

/** Every view of the page: what it is called, what was read, and its address. */
const VIEWS = [
  ["all teams", "company", ""],
  ["shared costs", "company", "?view=shared"],
  ["experiments and tags", "company", "?view=experiments"],
  ["resources", "company", "?view=resources"],
  ["a report by service and day", "company", "?groupBy=service,day"],
  ["one project", "company", "?project=contract-review&workload=training"],
  ["a basis", "company", "?basis=list"],
  ["an older link", "company", "?period=2026-08&snapshot=c0ffee"],
  ["one team", "company", "?team=fraud-detection"],
  ["one team's resources", "company", "?view=resources&team=fraud-detection"],
  ["filters that narrow nothing", "company", "?view=shared&team=fraud-detection&project=card-screening"],
  ["all resources", "company", "?view=resources&verdict=all"],
  ["a story", "company", `?resource=${encodeURIComponent(STORY)}`],
  ["no such period", "company", "?period=2020-01"],
  ["no such resource", "company", "?resource=nothing"],
  ["only a bill", "bill", ""],
  ["only a log", "log", ""],
  ["only a log, its resources", "log", "?view=resources"],
  ["nothing", "empty", ""],
  ["no resources", "empty", "?view=resources"],
  ["hostile names", "hostile", ""],
  ["hostile experiments", "hostile", "?view=experiments"],
  ["hostile resources", "hostile", "?view=resources"],
  ["a hostile team", "hostile", `?team=${encodeURIComponent("<script>alert(1)</script>")}`],
  ["a hostile story", "hostile", `?resource=${encodeURIComponent(LONG_ARN)}`],
] as const;

const LOOKS = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

describe("the page", () => {
  const { serve, open } = setting();
  const urls = new Map<string, string>();

  beforeAll(async () => {
    for (const [name, make] of Object.entries(SCENARIOS)) urls.set(name, (await serve(make())).url);
  });

  describe.each(VIEWS)("showing %s", (view, scenario, query) => {
    test.each(LOOKS)("is right at $width px by $scheme", async ({ width, scheme }) => {
      const { page, complaints } = await open(`${urls.get(scenario)}${query}`, width, scheme);
      const file = `${view.replaceAll(/[^a-z]+/g, "-")}-${width}-${scheme}.png`;
      await page.screenshot({ path: join(SCREENSHOTS, file), fullPage: true });
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      // That there is no such resource, the browser itself complains of.
      expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
    });
  });
});

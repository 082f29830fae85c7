import { describe, expect, test } from "vitest";
import { settled } from "./page.ts";
import { company, nothing, onlyBill, onlyLog } from "./scenarios.ts";
import { setting } from "./setting.ts";

const { serve, open } = setting();

describe("where there is nothing", () => {
  test("the page says so of months and of resources, and what to run", async () => {
    const { url } = await serve(nothing());
    const { page: resources } = await open(`${url}?view=resources`);
    expect(await resources.locator(".empty-title").allInnerTexts()).toContain("No resources are known.");
    const { page } = await open(url);
    expect(await page.locator(".empty-title").allInnerTexts()).toEqual([
      "No month was divided yet, so there are no figures.",
    ]);
    expect(await page.locator(".empty").first().innerText()).toMatch(
      /tagledger ingest PATH.*tagledger allocate/s,
    );
  });

  test("of months, resources are shown", async () => {
    const { page } = await open(`${(await serve(onlyLog())).url}?view=resources`);
    expect(await page.locator("#resources tbody").count()).toBeGreaterThan(2);
    expect(await page.getByLabel("Period", { exact: true }).count()).toBe(0);
  });

  test("of resources, the month is shown", async () => {
    const { page } = await open((await serve(onlyBill())).url);
    expect(await page.locator("#report-table tbody tr").count()).toBe(5);
    await page.getByRole("link", { name: "Resources", exact: true }).click();
    await settled(page);
    expect(await page.locator("#resources .empty-title").innerText()).toBe("No resources are known.");
  });

  test("of a month, the page says what to run and leads to the newest", async () => {
    const { page } = await open(`${(await serve(company())).url}?period=2020-01&basis=list`);
    const empty = page.locator(".empty").first();
    expect(await empty.locator(".empty-title").innerText()).toBe(
      "There are no figures of January 2020 at list price.",
    );
    expect(await empty.innerText()).toContain("tagledger allocate 2020-01 --basis list");
    await page.getByRole("link", { name: "See the newest month" }).click();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("September 2026");
  });

  test("of the month before, the page says so", async () => {
    const { page } = await open(`${(await serve(company())).url}?period=2026-08`);
    expect(await page.locator("#report .intro").innerText()).toContain("no figures of the month before");
    expect(await page.locator("#days .note").innerText()).toContain("no figures of the month before");
  });

  test("to fix, the page says so", async () => {
    const { page } = await open(`${(await serve(company())).url}?view=resources&team=personalization`);
    expect(await page.locator("#resources .empty-title").innerText()).toBe("Nothing to fix.");
  });
});

test("what was not read to its end, the page says above all else in every view, and what was wrong", async () => {
  const made = await onlyLog();
  const read = { fingerprint: "f1", at: Date.UTC(2026, 8, 3), counts: { evaluated: 1200 } };
  const broken = { ...read, source: "log <b>broken</b>.json", problem: "ends in a record" };
  await made.laptop.ledger.transact([
    { kind: "input", input: { ...read, source: "bill whole.csv", outcome: "complete", problem: null } },
    { kind: "input", input: { ...broken, outcome: "broken" } },
  ]);
  const { url } = await serve(Promise.resolve(made));
  const { page } = await open(url);
  const warning = page.locator("main .warning");
  expect(await warning.innerText()).toContain("1 input could not be read to the end");
  expect(await warning.locator("li").innerText()).toBe("log <b>broken</b>.json: ends in a record");
  await page.getByRole("link", { name: "Resources", exact: true }).click();
  await settled(page);
  expect(await warning.count()).toBe(1);
  expect(await page.locator("#inputs-table tbody tr").allInnerTexts()).toEqual([
    expect.stringMatching(/^bill whole.csv\t3 Sept 2026.*\t1,200 evaluated$/),
    expect.stringMatching(/not to its end\t1,200 evaluated ends in a record$/),
  ]);
});

describe("where the server refuses", () => {
  test.each([
    ["/api/v1/session", ""],
    ["/api/v1/months", ""],
    ["/api/v1/months/2026-09/report", ""],
    ["/api/v1/months/2026-09/days", ""],
    ["/api/v1/months/2026-09/pools", "?view=shared"],
    ["/api/v1/months/2026-09/unallocated", "?view=shared"],
    ["/api/v1/resources", "?view=resources"],
    ["/api/v1/resources/counts", "?view=resources"],
    ["/api/v1/inputs", "?view=resources"],
    ["/api/v1/resource", "?resource=x"],
  ])("%s, the page says why there, keeps the rest and asks again", async (path, query) => {
    const server = await serve(company());
    server.failing.add(path);
    const { page } = await open(`${server.url}${query}`);
    const alerts = page.locator("[role=alert]:visible");
    const said = await alerts.allInnerTexts();
    expect(said.length).toBeGreaterThan(0);
    for (const each of said) expect(each).toContain("disk I/O error: <b>ledger.db</b> is locked");
    server.failing.clear();
    while ((await alerts.count()) > 0 && (await alerts.first().innerText()).includes("locked")) {
      await alerts.first().getByRole("button", { name: "Try again" }).click();
      await settled(page);
    }
    expect((await alerts.allInnerTexts()).join()).not.toContain("locked");
  });

  test("a resource, since nothing is known of it, the page says so", async () => {
    const server = await serve(company());
    const { page } = await open(`${server.url}?resource=nothing`);
    expect(await page.locator(".story [role=alert]").first().innerText()).toContain("Not found");
  });

  test("to answer at all, the page says so", async () => {
    const server = await serve(company());
    const { page } = await open(server.url);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "document-ai" });
    await page.locator("[role=alert]").first().waitFor();
    expect(await page.locator("[role=alert]").first().innerText()).toContain("The server does not answer");
  });
});

test("while an answer is on its way, the page says so, and tables do not wait for charts", async () => {
  const server = await serve(company());
  const { page } = await open(server.url);
  await page.route("**/echarts-*.js", () => {});
  await page.reload();
  await page.locator("#report-table").waitFor();
  expect(await page.locator(".chart svg").count()).toBe(0);

  await page.unroute("**/echarts-*.js");
  await page.route("**/echarts-*.js", (route) => route.abort());
  await page.reload();
  await page.getByText("The picture could not be loaded").first().waitFor();

  await page.route("**/api/v1/months", () => {});
  await page.reload();
  expect(await page.locator(".loading").innerText()).toContain("Loading");
});

import { describe, expect, test } from "vitest";
import { settled } from "./page.ts";
import { billLedger, companyLedger, emptyLedger, logLedger } from "./scenarios.ts";
import { setting } from "./setting.ts";

const { serve, open } = setting();

describe("where there is nothing", () => {
  test("the page says so of bills and of resources", async () => {
    const { page } = await open((await serve(await emptyLedger())).url);
    expect(await page.locator(".empty-title").allInnerTexts()).toEqual([
      "No bill was read, so there is nothing to divide.",
      "No resources are known.",
    ]);
  });

  test("of bills, resources are shown, and what could not be read to its end", async () => {
    const { page } = await open((await serve(await logLedger())).url);
    expect(await page.locator(".warning").innerText()).toContain("the file ends in the middle of a record");
    expect(await page.locator(".resources tbody").count()).toBeGreaterThan(2);
    expect(await page.getByLabel("Period", { exact: true }).count()).toBe(0);
  });

  test("of resources, the bill is shown", async () => {
    const { page } = await open((await serve(await billLedger())).url);
    expect(await page.locator("#teams-table tbody").count()).toBe(5);
    expect(await page.locator("#resources .empty-title").innerText()).toBe("No resources are known.");
  });

  test("of a period, the page leads to the newest", async () => {
    const { page } = await open(`${(await serve(await companyLedger())).url}?period=2020-01&basis=list`);
    expect(await page.locator(".empty-title").first().innerText()).toBe(
      "There is no report of January 2020 at list price.",
    );
    await page.getByRole("link", { name: "See the newest report" }).click();
    await settled(page);
    expect(await page.locator("h1").innerText()).toContain("September 2026");
  });

  test("to fix, the page says so", async () => {
    const { page } = await open(`${(await serve(await companyLedger())).url}?team=personalization`);
    expect(await page.locator("#resources .empty-title").innerText()).toBe("Nothing to fix.");
  });
});

describe("where the server refuses", () => {
  test.each([
    ["/api/overview", "", 1],
    ["/api/report", "", 1],
    ["/api/resources", "", 1],
    ["/api/resources/counts", "", 1],
    ["/api/resource", "?resource=x", 1],
  ])("%s, the page says why and asks again", async (path, query, times) => {
    const server = await serve(await companyLedger());
    server.failing.add(path);
    const { page } = await open(`${server.url}${query}`);
    const alert = page.locator("[role=alert]:visible");
    expect(await alert.count()).toBe(times);
    expect(await alert.innerText()).toContain("disk I/O error: <b>ledger.db</b> is locked");
    server.failing.clear();
    await alert.getByRole("button", { name: "Try again" }).click();
    await settled(page);
    const left = await page.locator("[role=alert]:visible").allInnerTexts();
    expect(left.join()).not.toContain("locked");
  });

  test("a resource, since nothing is known of it, the page says so", async () => {
    const server = await serve(await companyLedger());
    const { page } = await open(`${server.url}?resource=nothing`);
    expect(await page.locator("[role=alert]").innerText()).toContain("no resource is known as nothing");
  });

  test("to answer at all, the page says so", async () => {
    const server = await serve(await companyLedger());
    const { page } = await open(server.url);
    await page.route("**/api/**", (route) => route.abort());
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "document-ai" });
    await page.locator("[role=alert]").first().waitFor();
    expect(await page.locator("[role=alert]").first().innerText()).toContain("The server does not answer");
  });
});

test("while an answer is on its way, the page says so, and tables do not wait for charts", async () => {
  const server = await serve(await companyLedger());
  const { page } = await open(server.url);
  await page.route("**/echarts-*.js", () => {});
  await page.reload();
  await page.locator("#teams-table").waitFor();
  expect(await page.locator(".chart svg").count()).toBe(0);

  await page.unroute("**/echarts-*.js");
  await page.route("**/echarts-*.js", (route) => route.abort());
  await page.reload();
  await page.getByText("The picture could not be loaded").first().waitFor();

  await page.route("**/api/overview", () => {});
  await page.reload();
  expect(await page.locator(".loading").innerText()).toContain("Loading");
});

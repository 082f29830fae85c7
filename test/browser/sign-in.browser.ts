import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { barriers } from "./axe.ts";
import { serveDeployed } from "./deployed.ts";
import { type Login, startLogin } from "./login.ts";
import { settled } from "./page.ts";
import { company, type Scenario } from "./scenarios.ts";
import { setting } from "./setting.ts";

const FRAUD = { sub: "ann", groups: ["fraud-detection"] };
const FINANCE = { sub: "bob <b>", groups: ["finance"] };

describe("where people sign in", () => {
  const { open } = setting();
  let login: Login;
  let scenario: Scenario;
  let url: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    login = await startLogin();
    scenario = await company();
    ({ url, close } = await serveDeployed(scenario, login));
  });
  beforeEach(() => Object.assign(login, { person: FRAUD, spoil: { iss: login.url } }));
  afterAll(async () => {
    await close();
    await scenario.close();
    await login.close();
  });

  const signIn = async (query = "") => {
    const opened = await open(`${url}${query}`);
    await opened.page.getByRole("button", { name: /^Sign in at 127/ }).click();
    await settled(opened.page);
    return opened;
  };

  test("nothing is shown before", async () => {
    const { page } = await open(`${url}?team=fraud-detection`);
    expect(await page.locator("h1").innerText()).toBe("Sign in");
    expect(await page.locator("data, table, select").count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
  });

  test("whoever does goes on with what they were looking at, and sees their own", async () => {
    const { page } = await signIn("?basis=billed&groupBy=project");
    expect(new URL(page.url()).search).toBe("?basis=billed&groupBy=project");
    expect(await page.locator(".who").innerText()).toContain("ann");
    const teams = await page.getByLabel("Team", { exact: true }).locator("option").allInnerTexts();
    expect(teams.slice(1)).toEqual(["fraud-detection"]);
    expect(await page.locator("#unallocated").count()).toBe(0);
    expect(await page.locator(".equation dt").allInnerTexts()).toHaveLength(3);
    expect(await page.locator("main").innerText()).not.toContain("document-ai");
    expect(await page.locator("footer").innerText()).not.toContain("open to whoever uses this machine");
  });

  test("whoever sees all sees all, and has a file with a token", async () => {
    login.person = FINANCE;
    const { page } = await signIn();
    expect(await page.locator(".who bdi").innerText()).toBe("bob <b>");
    expect(await page.locator("#report-table tbody tr").count()).toBe(5);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download these rows as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("tagledger-2026-09-effective-by-team.csv");
  });

  test("what is another team's is not there", async () => {
    const { page } = await signIn("?team=document-ai");
    expect(await page.locator(".empty-title").first().innerText()).toBe(
      "You see no team called document-ai.",
    );
    expect(await page.locator("data").count()).toBe(0);
    await page.getByRole("link", { name: "See your own teams" }).click();
    await settled(page);
    expect(await page.locator(".equation data").count()).toBeGreaterThan(2);
  });

  test("whoever signs out sees nothing any more, nor after coming back", async () => {
    const { page } = await signIn();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await page.locator("data").count()).toBe(0);
    expect(await page.evaluate("sessionStorage.length + localStorage.length + document.cookie.length")).toBe(
      0,
    );
    await page.reload();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  test("a token that is not accepted leads back to signing in", async () => {
    const { page } = await signIn();
    await page.evaluate(`sessionStorage.setItem("tagledger:token", "aaa.bbb.ccc")`);
    await page.getByLabel("Basis", { exact: true }).selectOption({ label: "billed cost" });
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  test.each([
    ["refuses", { person: null }, "access_denied"],
    ["answers another question", { spoil: { nonce: "x" } }, "answered another question"],
  ])("where the issuer %s, the page says so and shows nothing", async (_, how, says) => {
    Object.assign(login, how);
    const { page } = await signIn();
    expect(await page.locator("[role=alert]").innerText()).toContain(says);
    expect(await page.locator("h1").innerText()).toBe("Sign in");
  });

  test("whoever was sent here with another's code is not signed in", async () => {
    const { page } = await open(`${url}?code=stolen&state=guessed`);
    expect(await page.locator("[role=alert]").innerText()).toContain("does not know");
    expect(new URL(page.url()).search).toBe("");
    expect(await page.evaluate("sessionStorage.length")).toBe(0);
  });
});

import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** The two widths at which the page must be right: a desk and a telephone. */
export const WIDTHS = [1280, 390] as const;
/** The two colour schemes in which the page must be right. */
export const SCHEMES = ["light", "dark"] as const;

/** A colour scheme that a person prefers. */
export type Scheme = (typeof SCHEMES)[number];

/** A page that was opened, and what the browser had to say against it. */
export interface Opened {
  readonly page: Page;
  /** Console errors, violations of the policy, uncaught errors, and requests that left the origin. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

let browser: Promise<Browser> | null = null;

/** Opens an address in a browser of a width and colour scheme, and waits until nothing is loading any more. */
export async function openPage(url: string, width = 1280, scheme: Scheme = "light"): Promise<Opened> {
  browser ??= chromium.launch({ executablePath: findChromium() });
  const context = await (await browser).newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-GB",
    timezoneId: "America/Los_Angeles",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page, new URL(url).origin);
  await page.goto(url);
  await settled(page);
  return { page, complaints, close: () => context.close() };
}

/** Waits until whatever was asked for is there and drawn. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator(".loading, [aria-busy=true]").first().waitFor({ state: "detached" });
  for (const chart of await page.locator(".chart:visible").all()) await chart.locator("svg").waitFor();
}

/** Ends the browser; for the end of a test file. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = null;
}

function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) complaints.push(`left the origin: ${request.url()}`);
  });
  return complaints;
}

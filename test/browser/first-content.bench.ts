import { afterAll, beforeAll, expect, test } from "vitest";
import { closeBrowser, openPage } from "./page.ts";
import { company, type Scenario } from "./scenarios.ts";
import { type Served, serve } from "./server.ts";

const AT_MOST = 1000;
const ROUNDS = 5;

let scenario: Scenario;
let server: Served;

beforeAll(async () => {
  scenario = await company();
  server = await serve(scenario);
});
afterAll(async () => {
  await closeBrowser();
  await server.close();
  await scenario.close();
});

test("the page shows its first content on loopback in less than a second", async () => {
  const times: number[] = [];
  // Each in a browser that has kept nothing.
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, close } = await openPage(server.url);
    times.push(
      await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
    );
    await close();
  }
  const [median = 0] = times.sort((a, b) => a - b).slice(Math.floor(ROUNDS / 2));
  console.log(`first content after ${Math.round(median)} ms, at most ${AT_MOST}`);
  expect(median).toBeLessThan(AT_MOST);
});

import type { ApiSystem } from "@tagledger/api/system";
import { afterAll, afterEach } from "vitest";
import { closeBrowser, type Opened, openPage, type Scheme } from "./page.ts";
import type { Scenario } from "./scenarios.ts";
import { type Served, serve } from "./server.ts";

/** Serves what was read and opens pages for the tests of one file, and clears up after them. */
export function setting() {
  const served: { close(): Promise<void> }[] = [];
  const opened: Opened[] = [];

  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  afterAll(async () => {
    for (const each of served.splice(0)) await each.close();
    await closeBrowser();
  });

  return {
    async serve(made: Promise<Scenario>, more: Partial<ApiSystem> = {}): Promise<Served> {
      const scenario = await made;
      const server = await serve(scenario, more);
      served.push(server, scenario);
      return server;
    },
    async open(url: string, width?: number, scheme?: Scheme): Promise<Opened> {
      const page = await openPage(url, width, scheme);
      opened.push(page);
      return page;
    },
  };
}

import type { Ledger } from "@tagledger/core/ports";
import { afterAll, afterEach } from "vitest";
import { closeBrowser, type Opened, openPage, type Scheme } from "./page.ts";
import { type Served, serve } from "./server.ts";

/** Serves ledgers and opens pages for the tests of one file, and clears up after them. */
export function setting() {
  const served: Served[] = [];
  const opened: Opened[] = [];

  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  afterAll(async () => {
    for (const each of served.splice(0)) await each.close();
    await closeBrowser();
  });

  return {
    async serve(ledger: Ledger): Promise<Served> {
      const server = await serve(ledger);
      served.push(server);
      return server;
    },
    async open(url: string, width?: number, scheme?: Scheme): Promise<Opened> {
      const page = await openPage(url, width, scheme);
      opened.push(page);
      return page;
    },
  };
}

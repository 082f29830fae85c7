import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { apiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import { problem } from "@tagledger/cli/serve/answer";
import { readPage } from "@tagledger/cli/serve/page";
import { listener } from "@tagledger/cli/serve/server";
import { localSystem } from "@tagledger/cli/serve/system";
import type { Scenario } from "./scenarios.ts";

/** When everything is looked at: on the last day of the month. */
export const NOW = Date.UTC(2026, 8, 30, 12);

/** The page and its API on one origin. */
export interface Served {
  readonly url: string;
  /** What was asked of the API, in order. */
  readonly asked: readonly string[];
  /** Paths that are refused until they are taken out again. */
  readonly failing: Set<string>;
  close(): Promise<void>;
}

/**
 * Serves what was read as `npm start` does; what is asked can be seen, and made to fail.
 *
 * @param more what is otherwise than on one's own machine
 */
export async function serve({ laptop, config }: Scenario, more: Partial<ApiSystem> = {}): Promise<Served> {
  const asked: string[] = [];
  const failing = new Set<string>();
  const system = localSystem(laptop, { config, prices: offlinePrices() });
  const api = apiHandler({ ...system, now: () => NOW, ...more });
  const answer = listener({ page: readPage(), api });
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/api/")) asked.push(`${pathname}${search}`);
    if (!failing.has(pathname)) return answer(request, response);
    const { status, type, body } = problem(
      500,
      "The ledger could not be read",
      "disk I/O error: <b>ledger.db</b> is locked",
    );
    response.writeHead(status, { "content-type": type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${port}/`, asked, failing, close };
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { signInAt } from "@tagledger/api/auth/sign-in";
import { apiHandler } from "@tagledger/api/handler";
import { answerByApi } from "@tagledger/cli/serve/api";
import { readPage } from "@tagledger/cli/serve/page";
import { localSystem } from "@tagledger/cli/serve/system";
import { loadConfig } from "@tagledger/core/config/load";
import { COMPANY_RULES } from "./company/rules.ts";
import type { Login } from "./login.ts";
import type { Scenario } from "./scenarios.ts";

/** Serves page and API as where they are deployed: whoever looks signs in, and the page may talk to the issuer. */
export async function serveDeployed({ laptop }: Scenario, login: Login) {
  const rules = `${COMPANY_RULES}reports: { auth: { issuer: "${login.url}", audience: tagledger, seeAll: [finance] } }\n`;
  const { config } = loadConfig(rules, "tagledger.yaml");
  const current = { config: async () => config, fetch, now: Date.now };
  const system = localSystem(laptop, { config, prices: offlinePrices() });
  const api = apiHandler({ ...system, authenticate: authenticate(current), signIn: signInAt(current) });
  const page = readPage();
  const policy = `default-src 'self'; connect-src 'self' ${new URL(login.url).origin}; frame-ancestors 'none'`;
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? "/", "http://localhost");
    if (address.pathname.startsWith("/api/")) return answerByApi(api, { request, address }, response);
    const file = page.get(address.pathname);
    response.writeHead(file?.status ?? 404, {
      "content-security-policy": policy,
      "content-type": file?.type ?? "text/plain",
    });
    response.end(file?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

import { request } from "node:http";
import { offlinePrices } from "@tagledger/adapters/prices/offline";
import { apiHandler } from "@tagledger/api/handler";
import { MOST_BYTES } from "@tagledger/api/limits";
import { type RunningServer, serve } from "@tagledger/cli/serve/server";
import { localSystem } from "@tagledger/cli/serve/system";
import { loadConfig } from "@tagledger/core/config/load";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { makeCompany, newFolder, resourceOf, rulesOf } from "./company.ts";

const { folder, remove } = newFolder();
let laptop: Laptop;
let server: RunningServer;

beforeAll(async () => {
  laptop = await openLaptop(folder);
  await makeCompany(laptop);
  const { config } = loadConfig(rulesOf("https://login.example.com/"), "tagledger.yaml");
  const api = apiHandler(localSystem(laptop, { config, prices: offlinePrices() }));
  server = await serve({ page: new Map(), api }, 0);
});
afterAll(async () => {
  await server.close();
  await laptop.close();
  remove();
});

const at = (path: string) => new URL(path, server.url);
const REPORT = "/api/v1/months/2026-09/report";

test("the API is open on this machine, and says so", async () => {
  const session = await (await fetch(at("/api/v1/session"))).json();
  expect(session).toMatchObject({ name: "this machine", seesAll: true, via: "open" });
});

test("nobody signs in on this machine, whatever the configuration says", async () => {
  expect((await fetch(at("/api/v1/sign-in"))).status).toBe(404);
});

test("it answers as the deployed one does: compressed, with tags, and HEAD without a body", async () => {
  const headers = { "accept-encoding": "br" };
  const answer = await fetch(at(`${REPORT}?groupBy=team,service,day`), { headers });
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(await answer.json()).toMatchObject({ groupBy: ["team", "service", "day"], next: null });
  const etag = answer.headers.get("etag") ?? "";
  const again = await fetch(at(`${REPORT}?groupBy=team,service,day`), { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const head = await fetch(at(REPORT), { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
});

test("what stands encoded in a path is read", async () => {
  expect((await fetch(at("/api/v1/months/2026%2D09/report"))).status).toBe(200);
  expect((await fetch(at("/api/v1/months/2026-09%2Freport"))).status).toBe(400);
  expect((await fetch(at("/api/v1/months/%E0%A4%A/report"))).status).toBe(400);
});

test("what it is asked to do it does, unless a page from elsewhere asks", async () => {
  const body = JSON.stringify({
    ...{ kind: "exemption", resource: resourceOf("personalization"), reason: "moves" },
    until: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const ask = (headers: Record<string, string>) =>
    fetch(at("/api/v1/requests"), { method: "POST", body, headers });
  const type = { "content-type": "application/json" };
  expect((await ask({ ...type, origin: "https://example.com" })).status).toBe(403);
  expect((await ask({ "content-type": "text/plain" })).status).toBe(415);
  expect((await ask({ ...type, origin: server.url.replace(/\/$/, "") })).status).toBe(201);
});

test("a body that is too large is refused before it is read", async () => {
  const body = "x".repeat(MOST_BYTES + 1);
  const answer = await fetch(at("/api/v1/usage?name=a.csv"), {
    ...{ method: "POST", body, headers: { "content-type": "text/csv" } },
  });
  expect(answer.status).toBe(413);
});

test("under another name than that of this machine nothing is answered", async () => {
  const status = await new Promise((resolve, reject) => {
    const asking = request(at(REPORT), { headers: { host: "rebound.example.com" } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asking.on("error", reject).end();
  });
  expect(status).toBe(421);
});

test("beside it there is no other", async () => {
  expect((await fetch(at("/api/overview"))).status).toBe(404);
});

import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { apiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, eventOf } from "../test/api/ask.ts";
import { calmCloud } from "../test/functions/cloud.ts";
import { type Output, readOutput } from "../test/functions/output.ts";
import { makeSystem, START } from "../test/functions/system.ts";
import { answerRequests } from "./api.ts";
import { unprefixed } from "./api-event.ts";

const PRINCIPAL = "arn:aws:sts::111122223333:assumed-role/vision-ml/ann";
const CONFIG = configOf(`
teams: { vision: { principals: ["arn:aws:iam::*:role/vision-*"] } }
`);

let output: Output;
beforeEach(() => {
  output = readOutput();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** The function over stores in memory. */
function made(more: Partial<ApiSystem> = {}) {
  const { snapshots, uploads } = memoryStores();
  const system = makeSystem(calmCloud(), START, { config: CONFIG });
  const current = async () => (await system.inForce()).config;
  const of = (log: ApiSystem["log"]) =>
    apiHandler({
      ...system,
      authenticate: authenticate({ config: current, fetch, now: system.now }),
      signIn: async () => null,
      snapshots: async () => snapshots,
      uploads: async () => ({ uploads, text: handedInText() }),
      log,
      ...more,
    });
  return answerRequests(async () => ({ ...system, answering: async (log) => of(log) }));
}

test("who signed a request below its own path is who asks", async () => {
  const question = { path: "/iam/api/v1/session", principal: PRINCIPAL };
  const { status, text } = await ask(made(), question);
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ name: PRINCIPAL, teams: ["vision"], via: "iam" });
});

test("nobody is who asks without a token or a signature, and how often that is counts over all requests", async () => {
  const handler = made();
  const statuses = [];
  for (let times = 0; times < 22; times += 1)
    statuses.push((await ask(handler, { path: "/api/v1/session" })).status);
  expect(statuses).toEqual([...Array(20).fill(401), 429, 429]);
  expect(output.metrics()).toMatchObject({ RequestsRefused: 1 });
});

test("what goes wrong is in the log with the request's id, and not in the answer", async () => {
  const failing = made({
    snapshots: async () => {
      throw new Error("the table is gone");
    },
  });
  const { status, text } = await ask(failing, { path: "/iam/api/v1/months", principal: PRINCIPAL });
  expect(status).toBe(500);
  expect(text).not.toContain("table");
  expect(output.logs()).toMatchObject([
    { level: "ERROR", message: "a request could not be answered", correlation_id: "request" },
  ]);
  expect(output.text()).toContain("the table is gone");
  expect(output.text()).not.toContain("ann");
});

describe("a path", () => {
  test.each([
    ["/iam/api/v1/session", "/api/v1/session"],
    ["/api/v1/session", "/api/v1/session"],
    ["/iamapi", "/iamapi"],
    ["/api/iam/v1", "/api/iam/v1"],
  ])("%s is known as %s", (path, known) => {
    const { rawPath, requestContext } = unprefixed(eventOf({ path }));
    expect([rawPath, requestContext.http.path]).toEqual([known, known]);
  });
});

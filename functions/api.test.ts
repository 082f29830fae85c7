import { memoryStores } from "@tagledger/adapters/memory/ledger";
import { handedInText } from "@tagledger/adapters/usage/files/handed-in";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { apiHandler } from "@tagledger/api/handler";
import type { ApiSystem } from "@tagledger/api/system";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, eventOf } from "../test/api/ask.ts";
import { calmCloud } from "../test/functions/cloud.ts";
import { makeContext } from "../test/functions/context.ts";
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

describe("an answer that Lambda would not hand over", () => {
  const headers = { "content-type": "text/csv", etag: 'W/"1"', "x-content-type-options": "nosniff" };
  const answering = (body: string, isBase64Encoded = false) =>
    answerRequests(async () => ({
      ...makeSystem(calmCloud(), START, { config: CONFIG }),
      answering: async () => async () => ({ statusCode: 200, headers, body, isBase64Encoded }),
    }));
  const asked = (body: string, isBase64Encoded?: boolean) =>
    answering(body, isBase64Encoded)(eventOf({ path: "/api/v1/months" }), makeContext());

  test.each([
    ["is too long", "a".repeat(7_000_000), false],
    ["becomes so as it is written", '"\n'.repeat(1_700_000), false],
    ["is too long though it is compressed", "A".repeat(7_000_000), true],
  ])("as it %s is one that says how to ask for less", async (_, body, isBase64Encoded) => {
    const { statusCode, ...answer } = await asked(body, isBase64Encoded);
    expect([statusCode, answer.isBase64Encoded]).toEqual([406, false]);
    expect(JSON.parse(answer.body)).toMatchObject({ status: 406, title: "Not acceptable" });
    expect(answer.headers).toEqual({
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
  });

  test("is told from what is only long", async () => {
    for (const body of ["a".repeat(6_200_000), ""])
      expect(await asked(body)).toEqual({ statusCode: 200, headers, body, isBase64Encoded: false });
  });
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

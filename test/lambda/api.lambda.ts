import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventOf, type Question } from "../api/ask.ts";
import {
  AUDIENCE,
  FRAUD,
  NOBODY,
  publishedRules,
  resourceOf,
  settle,
  USAGE,
  VISION,
} from "../api/deployed-company.ts";
import { type Issuer, startIssuer } from "../api/issuer.ts";
import type { Account } from "./account/account.ts";
import { makeRig } from "./account/rig.ts";
import type { LambdaFunction } from "./runtime/lambda.ts";

const SHOWN = "/api/v1/months/2026-09/pools";
const JSON_BODY = { "content-type": "application/json" };
const DAY = 86_400_000;

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const rig = makeRig();
let issuer: Issuer;
let account: Account;
let lambda: LambdaFunction;

beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
beforeEach(async () => {
  account = await rig.open(publishedRules(issuer.url));
  await settle(account);
  lambda = account.function("api");
});

/** What the function answers, as API Gateway hears it. */
async function answered(question: Question): Promise<Answer> {
  const outcome = await lambda.invoke(eventOf(question));
  if (!("payload" in outcome)) throw new Error(`${outcome.error.errorMessage}\n${lambda.logs()}`);
  return outcome.payload as Answer;
}

/** A token of somebody of some groups, that the issuer signed. */
function tokenOf(groups: readonly string[], more: object = {}): Promise<string> {
  const claims = { iss: issuer.url, aud: AUDIENCE, sub: "ann@example.com", groups, ...more };
  return issuer.sign(claims, { now: lambda.now() });
}

describe("with a token", () => {
  test("a team sees what it bears, from the table", async () => {
    const { statusCode, body } = await answered({ path: SHOWN, token: await tokenOf(["fraud"]) });
    expect(statusCode, lambda.logs()).toBe(200);
    const { pools } = JSON.parse(body) as { readonly pools: readonly object[] };
    expect(pools).toMatchObject([
      { pool: "k8s", amount: "3600", shares: [{ team: "fraud", weight: "1/2", amount: "1800" }] },
      { pool: "registry", amount: "100", shares: [{ team: "fraud", amount: "33.34" }] },
    ]);
    expect(body).not.toContain("vision");
  });

  test("what is another team's is not there, just as what is nowhere", async () => {
    const token = await tokenOf(["fraud"]);
    const [theirs, nowhere] = await Promise.all(
      ["vision", "none"].map(async (team) =>
        answered({ path: "/api/v1/resource", query: `name=${resourceOf(team)}`, token }),
      ),
    );
    expect(theirs?.statusCode).toBe(404);
    expect(theirs).toEqual(nowhere);
  });

  test.each([
    ["none", undefined],
    ["one of another issuer", { iss: "https://login.example.net/" }],
    ["one for somebody else", { aud: "another" }],
  ])("%s is answered 401", async (_, claims) => {
    const token = claims === undefined ? undefined : await tokenOf(["vision"], claims);
    const { statusCode, headers } = await answered({ path: SHOWN, token });
    expect([statusCode, headers["content-type"]]).toEqual([401, "application/problem+json; charset=utf-8"]);
  });

  test("the issuer is asked for its keys once by a process", async () => {
    const before = issuer.asked.keys;
    const token = await tokenOf(["fraud"]);
    for (let times = 0; times < 3; times += 1)
      expect((await answered({ path: SHOWN, token })).statusCode).toBe(200);
    expect(issuer.asked.keys - before).toBe(1);
  });

  test("an issuer that fails is answered 503, and the log says why without the token", async () => {
    issuer.fail(true);
    const token = await tokenOf(["fraud"]);
    const { statusCode } = await answered({ path: SHOWN, token });
    issuer.fail(false);
    expect(statusCode).toBe(503);
    expect(lambda.logs()).toContain("a request could not be answered");
    expect(lambda.logs()).not.toContain(token);
    expect((await answered({ path: SHOWN, token })).statusCode).toBe(200);
  });
});

describe("signed by IAM", () => {
  test("usage is handed in, an exemption asked for, and approved by another", async () => {
    const kept = await answered({
      method: "POST",
      path: "/iam/api/v1/usage",
      query: "name=september.csv",
      headers: { "content-type": "text/csv" },
      body: USAGE,
      principal: FRAUD,
    });
    expect(kept.statusCode, kept.body).toBe(201);
    const until = new Date(lambda.now() + 20 * DAY).toISOString();
    const wanted = { kind: "exemption", resource: resourceOf("fraud"), reason: "moves", until };
    const asked = await answered({
      method: "POST",
      path: "/iam/api/v1/requests",
      headers: JSON_BODY,
      body: JSON.stringify(wanted),
      principal: FRAUD,
    });
    expect(asked.statusCode, asked.body).toBe(201);
    const { id } = JSON.parse(asked.body) as { readonly id: string };
    const decided = await answered({
      method: "POST",
      path: `/iam/api/v1/requests/${id}/decision`,
      headers: JSON_BODY,
      body: '{"decision":"approve"}',
      principal: VISION,
    });
    expect(JSON.parse(decided.body)).toMatchObject({ state: "approved", decidedBy: VISION });
    expect((await account.ledger.request(id))?.state).toBe("approved");
    expect(await account.facts(resourceOf("fraud"), "exempted")).toHaveLength(1);
  });

  test("who is of no team sees nothing", async () => {
    const { statusCode } = await answered({ path: `/iam${SHOWN}`, principal: NOBODY });
    expect(statusCode).toBe(403);
  });

  test("a path of its own proves nothing by itself", async () => {
    expect((await answered({ path: `/iam${SHOWN}` })).statusCode).toBe(401);
  });
});

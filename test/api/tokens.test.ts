import { createHmac, createPublicKey } from "node:crypto";
import { authenticate } from "@tagledger/api/auth/authenticate";
import { signInAt } from "@tagledger/api/auth/sign-in";
import { incomingOf } from "@tagledger/api/http/incoming";
import { loadConfig } from "@tagledger/core/config/load";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { eventOf } from "./ask.ts";
import { AUDIENCE, NOW, rulesOf, TEAMS_CLAIM } from "./company.ts";
import { type Claims, type Issuer, type Signing, startIssuer } from "./issuer.ts";

const KEYS = z.object({ keys: z.array(z.record(z.string(), z.string())) });
let issuer: Issuer;

beforeEach(async () => {
  issuer = await startIssuer();
});
afterEach(() => issuer.close());

function authenticator(rules = rulesOf(issuer.url), now = NOW) {
  const { config } = loadConfig(rules, "tagledger.yaml");
  const prove = authenticate({ config: async () => config, fetch, now: () => now });
  return (token: string | undefined, header = `Bearer ${token}`) =>
    prove(incomingOf(eventOf({ path: "/", headers: { Authorization: header } })));
}

function sign(claims: Claims = {}, how: Partial<Signing> = {}): Promise<string> {
  const all = { iss: issuer.url, aud: AUDIENCE, sub: "ann", [TEAMS_CLAIM]: "vision nlp", ...claims };
  return issuer.sign(all, { now: NOW, ...how });
}

describe("a token", () => {
  test.each(["RS256", "ES256", "EdDSA"] as const)("that is signed by %s says who asks", async (algorithm) => {
    expect(await authenticator()(await sign({}, { algorithm }))).toEqual({
      name: "ann",
      teams: ["nlp", "vision"],
      seesAll: false,
      scopes: ["read"],
      via: "jwt",
    });
  });

  test("may name several audiences, and clocks may differ by a minute", async () => {
    const prove = authenticator();
    expect(await prove(await sign({ aud: ["other", AUDIENCE] }))).not.toBeNull();
    expect(await prove(await sign({}, { expires: -59 }))).not.toBeNull();
    expect(await prove(await sign({}, { expires: -61 }))).toBeNull();
    expect(await prove(await sign({ nbf: NOW / 1000 + 59 }))).not.toBeNull();
  });

  test("is nobody's without a subject, and where its claims are changed", async () => {
    const prove = authenticator();
    expect(await prove(await sign({ sub: undefined }))).toBeNull();
    const [head, , signature] = (await sign()).split(".");
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: "ann", exp: NOW, [TEAMS_CLAIM]: "finance" };
    const changed = Buffer.from(JSON.stringify(claims)).toString("base64url");
    expect(await prove(`${head}.${changed}.${signature}`)).toBeNull();
  });

  test("is nobody's where its head chooses what it is checked by", async () => {
    const { keys } = z.parse(KEYS, await (await fetch(`${issuer.url}keys`)).json());
    const { kid = "", kty = "", n = "", e = "" } = keys[0] ?? {};
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: "ann", exp: NOW, [TEAMS_CLAIM]: "finance" };
    const own = await generateKeyPair("RS256");
    const jwk = await exportJWK(own.publicKey);
    const elsewhere = `${issuer.url}elsewhere`;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const bySecret = (secret: string) => {
      const text = `${part({ alg: "HS256", kid })}.${part(claims)}`;
      return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
    };
    const pem = createPublicKey({ key: { kty, n, e }, format: "jwk" }).export({
      type: "spki",
      format: "pem",
    });
    const byHead = (head: object) =>
      new SignJWT(claims).setProtectedHeader({ alg: "RS256", ...head }).sign(own.privateKey);
    const tokens = [
      ...[String(pem), JSON.stringify(keys[0]), n].map(bySecret),
      await byHead({ jwk }),
      await byHead({ jku: elsewhere, kid: "mine" }),
      await byHead({ x5u: elsewhere }),
      await byHead({ kid: "../../../../dev/null" }),
      await byHead({ kid: "__proto__" }),
      await byHead({ kid }),
    ];
    const prove = authenticator();
    for (const token of tokens) expect(await prove(token)).toBeNull();
  });

  test("is nobody's where its claims are of other types, or inside of another", async () => {
    const prove = authenticator();
    const inner = await sign({ [TEAMS_CLAIM]: "finance" });
    for (const claims of [
      { exp: String(NOW) },
      { exp: null },
      { exp: [NOW] },
      { nbf: "0" },
      { aud: [[AUDIENCE]] },
      { aud: { [AUDIENCE]: true } },
      { aud: `${AUDIENCE} other` },
      { aud: [] },
      { iss: [issuer.url] },
      { iss: issuer.url.toUpperCase() },
      { sub: ["ann"] },
      { sub: "" },
    ])
      expect(await prove(await sign(claims, { expires: "exp" in claims ? null : 600 }))).toBeNull();
    expect(await prove(`${inner}.${inner}`)).toBeNull();
    expect(await prove(await sign({ sub: inner, vp: inner }))).toMatchObject({ teams: ["nlp", "vision"] });
  });

  test("sees all only by a group that is called exactly as the configuration does", async () => {
    const prove = authenticator();
    const others = [
      "Finance",
      "FINANCE",
      "ﬁnance",
      "financе",
      "finance\u200b",
      "finance\u0000",
      "fi\u00adnance",
    ];
    for (const group of others)
      expect(await prove(await sign({ [TEAMS_CLAIM]: [group] }))).toMatchObject({ seesAll: false });
    // In a list each is a name as a whole.
    for (const group of ["x finance", "x,finance", " finance", ["finance"], { finance: true }])
      expect(await prove(await sign({ [TEAMS_CLAIM]: [group] }))).toMatchObject({ seesAll: false });
    expect(await prove(await sign({ [TEAMS_CLAIM]: ["finance"] }))).toMatchObject({ seesAll: true });
  });

  test("that is large, or deep, is refused as quickly as any", async () => {
    const prove = authenticator();
    const deep = Buffer.from(`${"[".repeat(200_000)}${"]".repeat(200_000)}`).toString("base64url");
    const start = performance.now();
    for (const token of [
      `${"a".repeat(1_000_000)}.b`,
      `${deep}.${deep}.${deep}`,
      `a.${"b".repeat(1_000_000)}.c`,
    ])
      expect(await prove(token)).toBeNull();
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test("is only taken as a bearer's", async () => {
    const [prove, token] = [authenticator(), await sign()];
    for (const header of [token, `Basic ${token}`, `Bearer ${token} more`, `Bearer  `, `Bearer ${token}.x`])
      expect(await prove(undefined, header)).toBeNull();
    expect(await prove(undefined, `bearer ${token}`)).not.toBeNull();
  });

  test("is not taken at all where the configuration names no issuer", async () => {
    expect(await authenticator("version: 1")(await sign())).toBeNull();
    expect(issuer.asked).toEqual({ keys: 0, configuration: 0 });
  });
});

describe("the keys of an issuer", () => {
  test("are asked for once for many tokens", async () => {
    const prove = authenticator();
    const tokens = await Promise.all(Array.from({ length: 5 }, () => sign()));
    expect((await Promise.all(tokens.map((token) => prove(token)))).every((viewer) => viewer)).toBe(true);
    expect(issuer.asked).toEqual({ keys: 1, configuration: 1 });
  });

  test("that cannot be had are a failure outside, not somebody's who asks, and are asked for again", async () => {
    const [prove, token] = [authenticator(), await sign()];
    issuer.fail(true);
    await expect(prove(token)).rejects.toMatchObject({ code: "outside-failure" });
    issuer.fail(false);
    expect(await prove(token)).not.toBeNull();
  });

  test("are of no use once the issuer takes them back", async () => {
    const old = await sign();
    await issuer.rotate();
    const prove = authenticator();
    expect(await prove(await sign())).not.toBeNull();
    expect(await prove(old)).toBeNull();
  });

  test("are not taken from a place that speaks for another issuer", async () => {
    const another = issuer.url.replace("127.0.0.1", "localhost");
    const token = await sign({ iss: another });
    await expect(authenticator(rulesOf(another))(token)).rejects.toThrow(/is of the issuer http:\/\/127/);
  });

  test("are not asked for over http anywhere else than on this machine", async () => {
    const rules = rulesOf("http://login.example.com/");
    await expect(authenticator(rules)(await sign())).rejects.toThrow(/not reached by https/);
  });
});

describe("where people sign in", () => {
  const told = (rules = rulesOf(issuer.url)) =>
    signInAt({ config: async () => loadConfig(rules, "tagledger.yaml").config, fetch })();

  test("is told as the issuer says it, once for all, for the page as the configuration calls it", async () => {
    expect(await told()).toEqual({
      clientId: AUDIENCE,
      audience: AUDIENCE,
      authorizationEndpoint: `${issuer.url}authorize`,
      tokenEndpoint: `${issuer.url}token`,
    });
    const named = rulesOf(issuer.url).replace(/^( +)audience: .*$/m, "$&\n$1clientId: costs-page");
    expect(await told(named)).toMatchObject({ clientId: "costs-page", audience: AUDIENCE });
  });

  test("is nowhere where the configuration names no issuer", async () => {
    expect(await told("version: 1")).toBeNull();
    expect(issuer.asked.configuration).toBe(0);
  });

  test("is asked for again where the issuer could not be reached", async () => {
    const { config } = loadConfig(rulesOf(issuer.url), "tagledger.yaml");
    const signIn = signInAt({ config: async () => config, fetch });
    issuer.fail(true);
    await expect(signIn()).rejects.toMatchObject({ code: "outside-failure" });
    issuer.fail(false);
    expect(await signIn()).not.toBeNull();
  });
});

describe("a signed request", () => {
  const prove = (principal: string, headers = {}) => {
    const { config } = loadConfig(rulesOf("https://login.example.com/"), "tagledger.yaml");
    const asking = authenticate({ config: async () => config, fetch, now: () => NOW });
    return asking(incomingOf(eventOf({ path: "/", principal, headers })));
  };

  test("is of the team whose principal signed it", async () => {
    const arn = "arn:aws:sts::111122223333:assumed-role/fraud-ml/ann";
    expect(await prove(arn)).toMatchObject({ name: arn, teams: ["fraud-detection"], via: "iam" });
  });

  test("of another principal sees nothing, whatever its headers say", async () => {
    const arn = "arn:aws:sts::111122223333:assumed-role/other/ann";
    const headers = { "x-amzn-iam-user-arn": "arn:aws:iam::111122223333:role/fraud-ml" };
    expect(await prove(arn, headers)).toMatchObject({ teams: [], seesAll: false, scopes: [] });
  });
});

import { expect, test } from "vitest";
import { authorizationAddress, returnIn, tokenIn } from "./authorization.ts";

const OWN = {
  clientId: "tagledger",
  audience: "tagledger",
  authorizationEndpoint: "https://login.example.com/authorize?tenant=a",
  tokenEndpoint: "https://login.example.com/token",
};
const ATTEMPT = {
  state: "s",
  nonce: "n",
  verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  query: "",
};

const tokenOf = (claims: object) =>
  ["{}", JSON.stringify(claims)].map((part) => btoa(part).replace(/=+$/, "")).join(".");

async function asked(signIn: typeof OWN) {
  const address = await authorizationAddress(signIn, ATTEMPT, "https://costs.example.com/");
  return Object.fromEntries(new URL(address).searchParams);
}

test("somebody is sent to sign in with a challenge, a state and a nonce", async () => {
  expect(await asked(OWN)).toEqual({
    tenant: "a",
    response_type: "code",
    client_id: "tagledger",
    redirect_uri: "https://costs.example.com/",
    scope: "openid profile email",
    state: "s",
    nonce: "n",
    code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    code_challenge_method: "S256",
  });
});

test("where the page is called otherwise than the API, a token for the API is asked for and taken", async () => {
  const other = { ...OWN, clientId: "page" };
  expect(await asked(other)).toMatchObject({ client_id: "page", audience: "tagledger" });
  const answer = { id_token: tokenOf({ nonce: "n" }), access_token: "a.b.c" };
  expect(tokenIn(answer, other, ATTEMPT)).toBe("a.b.c");
  expect(tokenIn(answer, OWN, ATTEMPT)).toBe(answer.id_token);
  expect(() => tokenIn({ id_token: answer.id_token }, other, ATTEMPT)).toThrow("no token for the API");
});

test("an answer to another question is not taken, nor one without a token", () => {
  for (const answer of [{ id_token: tokenOf({ nonce: "x" }) }, { id_token: tokenOf({}) }])
    expect(() => tokenIn(answer, OWN, ATTEMPT)).toThrow("another question");
  for (const answer of [null, {}, { id_token: 7 }, "token"])
    expect(() => tokenIn(answer, OWN, ATTEMPT)).toThrow("no token");
  expect(() => tokenIn({ id_token: "garbage" }, OWN, ATTEMPT)).toThrow("cannot be read");
});

test("who comes back has a code or a reason; a page that is only opened has neither", () => {
  expect(returnIn("?code=c&state=s")).toEqual({ kind: "code", code: "c", state: "s" });
  expect(returnIn("?error=access_denied&state=s")).toEqual({ kind: "refused", why: "access_denied" });
  for (const query of ["", "?team=vision", "?code=c", "?error=x"]) expect(returnIn(query)).toBeNull();
});

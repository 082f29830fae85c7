import { expect, test } from "vitest";
import { challengeOf, secret } from "./pkce.ts";

test("a challenge is that of the standard's example", async () => {
  expect(await challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  );
});

test("a secret is long enough for a verifier, of characters that an address takes, and never the same", () => {
  expect(secret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(secret()).not.toBe(secret());
});

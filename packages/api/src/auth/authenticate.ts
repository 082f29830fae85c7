import { viewerOfClaims } from "@tagledger/core/access/of-claims";
import { viewerOfPrincipal } from "@tagledger/core/access/of-principal";
import type { Config } from "@tagledger/core/config/definition";
import type { JWTVerifyGetKey } from "jose";
import type { Authenticate } from "../system.ts";
import { type Fetch, keysOf } from "./issuer.ts";
import { claimsOf } from "./token.ts";

/** What is needed to tell who asks. */
export interface AuthenticateWith {
  /** The configuration in force. */
  readonly config: () => Promise<Config>;
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Tells who asks by the principal that signed the request, as API Gateway checked, else by the token that it carries. Where
 * the configuration names no issuer, no token is taken.
 */
export function authenticate({ config, fetch, now }: AuthenticateWith): Authenticate {
  const known = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysFor = (issuer: string) => {
    const keys = known.get(issuer) ?? keysOf(issuer, fetch);
    known.set(issuer, keys);
    // What failed is tried again.
    keys.catch(() => known.delete(issuer));
    return keys;
  };
  return async ({ principal, headers }) => {
    if (principal !== null) return viewerOfPrincipal(await config(), principal);
    const token = bearerIn(headers.authorization);
    if (token === null) return null;
    const { auth } = (await config()).reports;
    if (auth === undefined) return null;
    const claims = await claimsOf(token, auth, { keys: await keysFor(auth.issuer), now: now() });
    return claims === null ? null : viewerOfClaims(auth, claims);
  };
}

/** The token of `Authorization: Bearer …`; null where there is none that could be one. */
function bearerIn(header = ""): string | null {
  const [, token] = /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+) *$/i.exec(header) ?? [];
  return token ?? null;
}

import { TagledgerError } from "@tagledger/core/errors";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import * as z from "zod/mini";

/** How the issuer is reached. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT = 5000;
const metadata = z.object({ issuer: z.string(), jwks_uri: z.string() });

/**
 * The keys of an issuer of tokens, found as OpenID Connect Discovery says; they are kept for ten minutes, and asked for anew
 * when a token names one that is not among them.
 *
 * @throws outside-failure where the issuer cannot be reached or does not say where its keys are
 */
export async function keysOf(issuer: string, fetch: Fetch): Promise<JWTVerifyGetKey> {
  const place = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const found = metadata.safeParse(await read(place, fetch));
  if (!found.success) throw unreachable(place, "is no OpenID configuration");
  // Else one issuer could speak for another.
  if (found.data.issuer !== issuer)
    throw unreachable(place, `is of the issuer ${found.data.issuer}, not of ${issuer}`);
  const keys = URL.parse(found.data.jwks_uri);
  if (keys === null || !(keys.protocol === "https:" || isLoopback(keys.hostname)))
    throw unreachable(place, `names keys at ${found.data.jwks_uri}, which is not reached by https`);
  return createRemoteJWKSet(keys, { [customFetch]: fetch, timeoutDuration: TIMEOUT });
}

async function read(place: string, fetch: Fetch): Promise<unknown> {
  const { protocol, hostname } = new URL(place);
  if (protocol !== "https:" && !isLoopback(hostname)) throw unreachable(place, "is not reached by https");
  try {
    const response = await fetch(place, { signal: AbortSignal.timeout(TIMEOUT), redirect: "error" });
    if (!response.ok) throw new Error(`it answers ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw unreachable(place, "cannot be read", cause);
  }
}

function isLoopback(host: string): boolean {
  return host === "127.0.0.1" || host === "localhost" || host === "[::1]";
}

function unreachable(place: string, what: string, cause?: unknown): TagledgerError {
  return new TagledgerError("outside-failure", `${place} ${what}`, { place }, { cause });
}

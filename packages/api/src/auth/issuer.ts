import { TagledgerError } from "@tagledger/core/errors";
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from "jose";
import * as z from "zod/mini";

/** How the issuer is reached. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT = 5000;
const metadata = z.object({
  issuer: z.string(),
  jwks_uri: z.string(),
  authorization_endpoint: z.optional(z.string()),
  token_endpoint: z.optional(z.string()),
});

/** Where people sign in, and where what they are given there becomes a token. */
export interface Endpoints {
  readonly authorization: string;
  readonly token: string;
}

/**
 * The keys of an issuer of tokens, found as OpenID Connect Discovery says; they are kept for ten minutes, and asked for anew
 * when a token names one that is not among them.
 *
 * @throws outside-failure where the issuer cannot be reached or does not say where its keys are
 */
export async function keysOf(issuer: string, fetch: Fetch): Promise<JWTVerifyGetKey> {
  const { place, found } = await discover(issuer, fetch);
  const keys = secure(place, "keys", found.jwks_uri);
  return createRemoteJWKSet(keys, { [customFetch]: fetch, timeoutDuration: TIMEOUT });
}

/**
 * Where people sign in with an issuer, found likewise.
 *
 * @throws outside-failure where the issuer cannot be reached or does not say where
 */
export async function endpointsOf(issuer: string, fetch: Fetch): Promise<Endpoints> {
  const { place, found } = await discover(issuer, fetch);
  const endpoint = (what: string, address = "") => secure(place, what, address).href;
  return {
    authorization: endpoint("a place to sign in", found.authorization_endpoint),
    token: endpoint("a place for tokens", found.token_endpoint),
  };
}

async function discover(issuer: string, fetch: Fetch) {
  const place = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const parsed = metadata.safeParse(await read(place, fetch));
  if (!parsed.success) throw unreachable(place, "is no OpenID configuration");
  const found = parsed.data;
  // Else one issuer could speak for another.
  if (found.issuer !== issuer) throw unreachable(place, `is of the issuer ${found.issuer}, not of ${issuer}`);
  return { place, found };
}

function secure(place: string, what: string, address: string): URL {
  const url = URL.parse(address);
  if (url === null || !(url.protocol === "https:" || isLoopback(url.hostname)))
    throw unreachable(place, `names ${what} at ${address}, which is not reached by https`);
  return url;
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

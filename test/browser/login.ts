import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Claims, type Issuer, startIssuer } from "../api/issuer.ts";

/** Where people sign in: OpenID Connect with PKCE, before the issuer whose keys sign. */
export interface Login {
  readonly url: string;
  /** Whoever signs in from now on; null refuses them. */
  person: Claims | null;
  /** What else becomes of a token's claims. */
  spoil: Claims;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly redirect: string;
  readonly claims: Claims;
}

/** Starts it: whoever comes is signed in at once. */
export async function startLogin(): Promise<Login> {
  const issuer = await startIssuer();
  const grants = new Map<string, Grant>();
  const login: { person: Claims | null; spoil: Claims } = { person: null, spoil: {} };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const asked = (name: string) => searchParams.get(name) ?? "";
    if (pathname === "/authorize") {
      const back = new URL(asked("redirect_uri"));
      back.searchParams.set("state", asked("state"));
      const code = randomUUID();
      if (login.person === null) back.searchParams.set("error", "access_denied");
      else {
        back.searchParams.set("code", code);
        const claims = { ...login.person, aud: asked("client_id"), nonce: asked("nonce"), ...login.spoil };
        grants.set(code, { challenge: asked("code_challenge"), redirect: asked("redirect_uri"), claims });
      }
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    const headers = { "access-control-allow-origin": "*", "content-type": "application/json" };
    if (pathname === "/token") {
      const token = await exchanged(new URLSearchParams(await textOf(request)), grants, issuer);
      response
        .writeHead(token === null ? 400 : 200, headers)
        .end(JSON.stringify(token === null ? { error: "invalid_grant" } : { id_token: token }));
      return;
    }
    const told = await fetch(new URL(pathname, issuer.url));
    const text = (await told.text()).replaceAll(issuer.url, urlOf());
    response.writeHead(told.status, headers).end(text);
  });
  const urlOf = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(login, {
    url: urlOf(),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await issuer.close();
    },
  });
}

/** A code is good once, at the place that it was given for, and for whoever knows what its challenge was made of. */
async function exchanged(
  asked: URLSearchParams,
  grants: Map<string, Grant>,
  issuer: Issuer,
): Promise<string | null> {
  const code = asked.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const proof = createHash("sha256")
    .update(asked.get("code_verifier") ?? "")
    .digest("base64url");
  if (grant === undefined || grant.challenge !== proof || grant.redirect !== asked.get("redirect_uri"))
    return null;
  return issuer.sign(grant.claims, { now: Date.now() });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

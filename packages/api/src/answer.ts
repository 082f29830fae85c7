import { decide } from "@tagledger/core/access/decide";
import type { Viewer } from "@tagledger/core/access/viewer";
import { badInput } from "@tagledger/core/errors";
import { encoded } from "./http/encode.ts";
import { etagOf, isKnown } from "./http/etag.ts";
import type { Incoming } from "./http/incoming.ts";
import { type Content, type Outgoing, outgoing } from "./http/outgoing.ts";
import { absent, problem } from "./http/problem.ts";
import { ofOneMoment } from "./one-moment.ts";
import type { Outcome } from "./outcome.ts";
import { checked, queryOf } from "./reading.ts";
import type { Route } from "./route.ts";
import type { ApiSystem } from "./system.ts";

/** Nobody's, for what tells nothing of anybody. */
const NOBODY: Viewer = { name: "", teams: [], seesAll: false, scopes: [], via: "jwt" };

/** Answers a request at its route: first who asks and whether they may, then what they ask, then the answer. */
export async function answer(
  route: Route,
  { incoming, viewer, parameters }: { incoming: Incoming; viewer: Viewer | null; parameters: object },
  system: ApiSystem,
): Promise<Outgoing> {
  if (route.scope !== null) {
    if (viewer === null) return unproven(incoming);
    const decision = decide(viewer, { scope: route.scope, of: "anyone" });
    if (decision !== "allowed") return problem(403, "you may not do this; the configuration says who may");
  }
  if (!isReadable(route, incoming))
    return problem(
      415,
      `expected a body of ${["application/json", ...Object.keys(route.bodyFormats)].join(", ")}`,
    );
  const asked = {
    path: checked(route.parameters, parameters),
    query: checked(route.query, queryOf(incoming.query, route.query.shape)),
    body: bodyOf(route, incoming),
    viewer: viewer ?? NOBODY,
  };
  return sent(await route.handle(asked, ofOneMoment(system)), { incoming, viewer: asked.viewer }, system);
}

/** A page from elsewhere can have a browser send other types without asking first; none of these. */
function isReadable({ body, bodyFormats }: Route, incoming: Incoming): boolean {
  const type = typeOf(incoming);
  return body === null || type === "application/json" || Object.hasOwn(bodyFormats, type);
}

function typeOf({ headers }: Incoming): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

function bodyOf({ body, bodyFormats }: Route, incoming: Incoming): unknown {
  if (body === null) return null;
  const type = typeOf(incoming);
  if (Object.hasOwn(bodyFormats, type)) return checked(body, { type, text: incoming.body() });
  try {
    return checked(body, JSON.parse(incoming.body()));
  } catch (error) {
    if (error instanceof SyntaxError) throw badInput(`the body is no JSON: ${error.message}`);
    throw error;
  }
}

async function sent(
  outcome: Outcome,
  { incoming, viewer }: { incoming: Incoming; viewer: Viewer },
  { hash }: ApiSystem,
): Promise<Outgoing> {
  switch (outcome.kind) {
    case "absent":
      return absent();
    case "refused":
      return problem(outcome.status, outcome.detail);
    case "done":
      return outgoing(outcome.status, outcome.content, { "cache-control": "no-store" });
    case "found": {
      const etag = outcome.version === null ? null : etagOf(hash, outcome.version, incoming, viewer);
      const headers = {
        "cache-control": etag === null ? "no-store" : "private, no-cache",
        vary: "Authorization, Accept-Encoding",
        ...(etag === null ? {} : { etag }),
      };
      if (etag !== null && isKnown(etag, incoming.headers["if-none-match"])) return unchanged(headers);
      const content: Content = await outcome.content();
      return outgoing(200, await encoded(content, incoming.headers["accept-encoding"]), headers);
    }
  }
}

function unchanged(headers: Readonly<Record<string, string>>): Outgoing {
  return { statusCode: 304, headers, body: "", isBase64Encoded: false };
}

function unproven({ headers }: Incoming): Outgoing {
  const given = headers.authorization !== undefined;
  return problem(401, given ? "what was sent to sign in is not accepted" : "sign in first", {
    "www-authenticate": given ? 'Bearer error="invalid_token"' : "Bearer",
  });
}

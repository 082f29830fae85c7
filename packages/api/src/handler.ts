import middy from "@middy/core";
import httpRouterHandler from "@middy/http-router";
import type { Viewer } from "@tagledger/core/access/viewer";
import type { Context } from "aws-lambda";
import { answer } from "./answer.ts";
import { type ApiEvent, type Incoming, incomingOf } from "./http/incoming.ts";
import type { Outgoing } from "./http/outgoing.ts";
import { problem } from "./http/problem.ts";
import { RateLimit } from "./http/rate.ts";
import { MOST_BYTES, UNPROVEN_RATE, VIEWER_RATE } from "./limits.ts";
import { guarded } from "./middleware/guarded.ts";
import { headed } from "./middleware/headed.ts";
import { told } from "./middleware/told.ts";
import { notRouted } from "./not-routed.ts";
import { remembering } from "./remembered.ts";
import type { Route } from "./route.ts";
import { ROUTES } from "./routes.ts";
import type { ApiSystem } from "./system.ts";

/** The API as Lambda calls it. */
export type ApiHandler = (event: ApiEvent, context: Context) => Promise<Outgoing>;

/** Answers requests that API Gateway hands over, wherever it runs. */
export function apiHandler(given: ApiSystem, routes: readonly Route[] = ROUTES): ApiHandler {
  const remembered = remembering();
  const system = { ...given, snapshots: async () => remembered(await given.snapshots()) };
  const [viewers, unproven] = [new RateLimit(VIEWER_RATE), new RateLimit(UNPROVEN_RATE)];
  const admitted = async (incoming: Incoming): Promise<Viewer | null | Outgoing> => {
    if (incoming.size > MOST_BYTES) return problem(413, `a body may hold ${MOST_BYTES} bytes`);
    const viewer = await system.authenticate(incoming);
    // Whoever uses their own machine may use all of it.
    if (viewer?.via === "open") return viewer;
    const now = system.now();
    const wait =
      viewer === null
        ? unproven.take(incoming.source, now)
        : viewers.take(`${viewer.via} ${viewer.name}`, now);
    if (wait === 0) return viewer;
    return problem(429, `ask again in ${wait} s`, { "retry-after": String(wait) });
  };
  const router = httpRouterHandler<ApiEvent, Outgoing>({
    routes: routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: async (event: ApiEvent) => {
        const incoming = incomingOf(event);
        const viewer = route.scope === null ? null : await admitted(incoming);
        if (viewer !== null && "statusCode" in viewer) return viewer;
        return answer(route, { incoming, viewer, parameters: namedIn(event, route) }, system);
      },
    })),
    notFoundResponse: (asked) => notRouted(asked, routes),
  });
  const wrapped = middy<ApiEvent, Outgoing>().use(guarded()).use(headed()).use(told(system)).handler(router);
  return (event, context) => wrapped(event, context);
}

/** What the path names; API Gateway adds parameters of its own routes. */
function namedIn({ pathParameters = {} }: ApiEvent, { parameters }: Route): object {
  return Object.fromEntries(
    Object.entries(pathParameters)
      .filter(([name]) => Object.hasOwn(parameters.shape, name))
      .map(([name, value = ""]) => [name, decoded(value)]),
  );
}

/** API Gateway decodes paths, other servers do not. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

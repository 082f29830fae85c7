import type { ApiEvent } from "@tagledger/api/http/incoming";

/** Below it API Gateway lets through what is signed by IAM, and nothing else. */
const SIGNED = "/iam";

/**
 * A request as the API knows it, whichever of the two ways it came.
 *
 * @example unprefixed(event).rawPath // "/api/v1/session", of "/iam/api/v1/session"
 */
export function unprefixed(event: ApiEvent): ApiEvent {
  const { rawPath, requestContext } = event;
  if (!requestContext.http.path.startsWith(`${SIGNED}/`)) return event;
  const { http } = requestContext;
  return {
    ...event,
    rawPath: without(rawPath),
    requestContext: { ...requestContext, http: { ...http, path: without(http.path) } },
  };
}

function without(path: string): string {
  return path.startsWith(`${SIGNED}/`) ? path.slice(SIGNED.length) : path;
}

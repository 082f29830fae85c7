import type { MiddlewareObj } from "@middy/core";
import type { ApiEvent } from "../http/incoming.ts";
import type { Outgoing } from "../http/outgoing.ts";

/** What keeps browsers from taking data for a page, or showing it to others. */
const HEADERS = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "strict-transport-security": "max-age=31536000",
};

/** Adds to every answer what browsers are to keep to. */
export function guarded(): MiddlewareObj<ApiEvent, Outgoing> {
  const guard = (request: { response: Outgoing | null | undefined }) => {
    const { response } = request;
    if (response) request.response = { ...response, headers: { ...HEADERS, ...response.headers } };
  };
  return { after: guard, onError: guard };
}

import type { MiddlewareObj } from "@middy/core";
import type { Context } from "aws-lambda";
import type { ApiEvent } from "../http/incoming.ts";
import type { Outgoing } from "../http/outgoing.ts";

interface Headed {
  readonly internal: { headed?: boolean };
  response: Outgoing | null | undefined;
}

/** Answers HEAD as GET, without the body. */
export function headed(): MiddlewareObj<ApiEvent, Outgoing, Error, Context, Headed["internal"]> {
  const withoutBody = (request: Headed) => {
    const { response, internal } = request;
    if (internal.headed === true && response)
      request.response = { ...response, body: "", isBase64Encoded: false };
  };
  return {
    before: (request) => {
      const { http } = request.event.requestContext;
      if (http.method !== "HEAD") return;
      request.internal.headed = true;
      request.event = {
        ...request.event,
        requestContext: { ...request.event.requestContext, http: { ...http, method: "GET" } },
      };
    },
    after: withoutBody,
    onError: withoutBody,
  };
}

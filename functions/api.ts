import type { ApiHandler } from "@tagledger/api/handler";
import type { ApiEvent } from "@tagledger/api/http/incoming";
import type { Outgoing } from "@tagledger/api/http/outgoing";
import { type Handler, lambda } from "./lambda.ts";
import { liveApi } from "./live-api.ts";
import type { AnsweringSystem, Compose } from "./system.ts";

/** Answers what people and programs ask over HTTP. */
export function answerRequests(compose: Compose<AnsweringSystem>): Handler<ApiEvent, Outgoing> {
  // One for all requests: it counts how often somebody asks.
  let made: Promise<ApiHandler> | undefined;
  return lambda("api", compose, async (event, { system, context, logger }) => {
    made ??= system.answering((message, error) => logger.error(message, asError(error)));
    const [answer, { unprefixed }] = await Promise.all([made, import("./api-event.ts")]);
    return answer(unprefixed(event), context);
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What Lambda calls. */
export const handler = answerRequests(liveApi);

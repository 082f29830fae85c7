import type { ApiHandler } from "@tagledger/api/handler";
import type { ApiEvent } from "@tagledger/api/http/incoming";
import type { Outgoing } from "@tagledger/api/http/outgoing";
import { type Handler, lambda } from "./lambda.ts";
import { liveApi } from "./live-api.ts";
import type { AnsweringSystem, Compose } from "./system.ts";

/** What is answered to whoever may not, or asks too often. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 429]);

/** Answers what people and programs ask over HTTP. */
export function answerRequests(compose: Compose<AnsweringSystem>): Handler<ApiEvent, Outgoing> {
  // One for all requests: it counts how often somebody asks.
  let made: Promise<ApiHandler> | undefined;
  return lambda("api", compose, async (event, { system, context, logger, count }) => {
    made ??= system.answering((message, error) => logger.error(message, asError(error)));
    const [answer, { unprefixed }, { handedOver }] = await Promise.all([
      made,
      import("./api-event.ts"),
      import("./api-answer.ts"),
    ]);
    const answered = handedOver(await answer(unprefixed(event), context));
    count("RequestsRefused", REFUSED.has(answered.statusCode) ? 1 : 0);
    return answered;
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What Lambda calls. */
export const handler = answerRequests(liveApi);

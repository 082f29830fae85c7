import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Enforced } from "@tagledger/core/flows/enforce";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Handler, lambda } from "./lambda.ts";
import { live } from "./live.ts";
import type { Compose } from "./system.ts";

const METRICS: Readonly<Record<Enforced["outcome"], string>> = {
  evaluated: "EventsEvaluated",
  skipped: "EventsSkipped",
  unreadable: "EventsUnreadable",
};

/** Takes in what CloudTrail tells, as EventBridge puts it into a queue; what cannot be taken in now is delivered again. */
export function onResourceEvent(compose: Compose): Handler<SQSEvent, SQSBatchResponse> {
  return lambda("on-resource-event", compose, async (batch, { system, context, logger, count }) => {
    const [{ enforce }, ledger, { rules }] = await Promise.all([
      import("@tagledger/core/flows/enforce"),
      system.ledger(),
      system.inForce(),
    ]);
    const ports = { ledger, prices: system.prices, hash: system.hash };
    const takeIn = async ({ body, messageId }: SQSRecord) => {
      try {
        const { outcome, again } = await enforce(ports, rules, { record: recordIn(body), now: system.now() });
        count(again ? "EventsAgain" : METRICS[outcome], 1);
      } catch (error) {
        count("EventsFailed", 1);
        logger.error("an event could not be taken in, and is delivered again", {
          messageId,
          error: asError(error),
        });
        throw error;
      }
    };
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(batch, takeIn, processor, { context, throwOnFullBatchFailure: false });
  });
}

/** What is no JSON is taken in as the text that it is, so that it is known to have come. */
function recordIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What Lambda calls. */
export const handler = onResourceEvent(live);

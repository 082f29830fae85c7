import { randomUUID } from "node:crypto";
import { eventOf as requestOf } from "../../api/ask.ts";
import type { LambdaFunction } from "../runtime/lambda.ts";
import type { Trigger } from "../trigger.ts";
import { scheduled } from "./schedule.ts";

/**
 * What invokes a function.
 *
 * @param bodies of the messages that wait for it, where it is invoked for some
 */
export function eventOf(lambda: LambdaFunction, trigger: Trigger, bodies: readonly string[] = []): unknown {
  if (trigger.kind === "schedule") return scheduled(lambda.configured, trigger.source, lambda.now());
  if (trigger.kind === "http") return requestOf({ path: "/api/v1/session", body: bodies.join("\n") });
  return { Records: bodies.map((body) => ({ messageId: randomUUID(), eventSource: "aws:sqs", body })) };
}

import type { LambdaFunction } from "../runtime/lambda.ts";
import type { Trigger } from "../trigger.ts";
import { scheduled } from "./schedule.ts";

/** What invokes a function where nothing happened. */
export function eventOf(lambda: LambdaFunction, trigger: Trigger): unknown {
  if (trigger.kind === "queue") return { Records: [] };
  return scheduled(lambda.configured, trigger.source, lambda.now());
}

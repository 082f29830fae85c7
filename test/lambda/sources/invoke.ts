import type { LambdaFunction } from "../runtime/lambda.ts";
import { scheduled } from "./schedule.ts";

/**
 * Invokes a function as its schedule does.
 *
 * @returns what it answered
 * @throws Error with what it failed with, and what it wrote
 */
export async function invokeOnSchedule(lambda: LambdaFunction): Promise<unknown> {
  const outcome = await lambda.invoke(scheduled(lambda.configured, "aws.scheduler", lambda.now()));
  if ("payload" in outcome) return outcome.payload;
  const { errorType, errorMessage } = outcome.error;
  throw new Error(`${lambda.configured.name}: ${errorType}: ${errorMessage}\n${lambda.logs()}`);
}

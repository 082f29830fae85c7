import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { logMetrics } from "@aws-lambda-powertools/metrics/middleware";
import middy, { type MiddlewareObj } from "@middy/core";
import type { Context } from "aws-lambda";
import type { Compose, System } from "./system.ts";
import { traced } from "./traced.ts";

/** What a function has at hand while it runs. */
export interface Run<Some extends System = System> {
  readonly system: Some;
  readonly context: Context;
  readonly logger: Logger;
  /** Counts something as a metric, or says how long something took or waits. */
  count(metric: string, by: number, unit?: "Count" | "Seconds"): void;
}

/** A function as Lambda calls it. */
export type Handler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/**
 * A function of AWS Lambda, from what it does: with logs that hold no event and thereby nobody's name, metrics in
 * `Tagledger`, traces, and the outside world, which is composed once for all invocations.
 *
 * @example export const handler = lambda("sweep", live, async (event, { system }) => …)
 */
export function lambda<Event, Result, Some extends System>(
  name: string,
  compose: Compose<Some>,
  work: (event: Event, run: Run<Some>) => Promise<Result>,
): Handler<Event, Result> {
  const logger = new Logger({ serviceName: name });
  const metrics = new Metrics({ namespace: "Tagledger", serviceName: name, logger });
  const count: Run["count"] = (metric, by, unit = "Count") => {
    metrics.addMetric(metric, unit, by);
  };
  const wrapped = middy<Event, Result>()
    .use(injectLambdaContext(logger, { resetKeys: true, logEvent: false }) as MiddlewareObj<Event, Result>)
    .use(logMetrics(metrics, { captureColdStartMetric: true }) as MiddlewareObj<Event, Result>)
    .use(traced(name) as MiddlewareObj<Event, Result>)
    .use(told(logger))
    .handler(async (event: Event, context: Context) =>
      work(event, { system: await compose(), context, logger, count }),
    );
  return (event, context) => wrapped(event, context);
}

/** Gives what is logged the id by which its cause is found, and says what went wrong. */
function told<Event, Result>(logger: Logger): MiddlewareObj<Event, Result> {
  return {
    before({ event, context }) {
      logger.setCorrelationId(idOf(event) ?? context.awsRequestId);
    },
    onError({ error }) {
      // Of our own errors, code and fields are logged with the rest.
      if (error) logger.error(error.message, error);
    },
  };
}

/** What EventBridge calls an event that it delivers, and API Gateway a request. */
function idOf(event: unknown): string | undefined {
  if (typeof event !== "object" || event === null) return undefined;
  if ("id" in event && typeof event.id === "string") return event.id;
  const { requestContext } = event as { readonly requestContext?: { readonly requestId?: unknown } };
  return typeof requestContext?.requestId === "string" ? requestContext.requestId : undefined;
}

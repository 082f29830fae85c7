import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Allocated } from "@tagledger/core/flows/allocate/request";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { liveAllocating } from "./live-allocating.ts";
import type { AllocatingSystem, AllocationPorts, Compose } from "./system.ts";

const METRICS: Readonly<Record<Allocated["outcome"], string>> = {
  published: "SnapshotsPublished",
  again: "SnapshotsAgain",
  held: "SnapshotsHeld",
};

/** Divides months whose bills were published, or that are open; what cannot be divided now is tried again. */
export function allocateBills(compose: Compose<AllocatingSystem>): Handler<SQSEvent, SQSBatchResponse> {
  return lambda("allocate", compose, async (batch, run) => {
    const { context, logger, count } = run;
    const divide = async ({ body, messageId }: SQSRecord) => {
      try {
        await divideWhatIsTold(body, run);
      } catch (error) {
        count("AllocationsFailed", 1);
        count("UsageUnreadable", sourcesOf(error));
        logger.error("a month could not be divided, and is tried again", {
          messageId,
          error: asError(error),
        });
        throw error;
      }
    };
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(batch, divide, processor, { context, throwOnFullBatchFailure: false });
  });
}

async function divideWhatIsTold(body: string, run: Run<AllocatingSystem>): Promise<void> {
  const { system } = run;
  const [{ readAllocateMessage }, { openMonth }, { config }] = await Promise.all([
    import("./allocate-message.ts"),
    import("@tagledger/core/bills/open-month"),
    system.inForce(),
  ]);
  const message = readAllocateMessage(body);
  const ports = await system.allocation(config);
  const period =
    message.kind === "period"
      ? message.period
      : openMonth(await ports.records.periods(), system.now(), message.back);
  if (period !== null) await divideMonth(ports, period, run);
}

async function divideMonth(
  ports: AllocationPorts,
  period: string,
  run: Run<AllocatingSystem>,
): Promise<void> {
  const { system, logger, count } = run;
  const [{ allocate }, { config, rules }] = await Promise.all([
    import("@tagledger/core/flows/allocate"),
    system.inForce(),
  ]);
  const unreadable = new Map<string, string>();
  for await (const { basis, outcome, snapshot, reason, crossed } of allocate(ports, {
    period,
    config,
    configuration: rules.configuration,
  })) {
    count(METRICS[outcome], 1);
    count("BudgetsCrossed", crossed.length);
    for (const { name, problem } of snapshot?.sources ?? [])
      if (problem !== null && outcome === "published") unreadable.set(name, problem);
    logger.info("a month was divided", { period, basis, outcome, snapshot: snapshot?.id ?? null, reason });
  }
  count("UsageUnreadable", unreadable.size);
  for (const [source, problem] of unreadable)
    logger.warn("a source of usage could not be read", { period, source, problem });
}

/** How many sources of usage kept a month from being divided. */
function sourcesOf(error: unknown): number {
  const fields = error instanceof Error && "fields" in error ? error.fields : null;
  const isNamed = typeof fields === "object" && fields !== null && "sources" in fields;
  return isNamed && Array.isArray(fields.sources) ? fields.sources.length : 0;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What Lambda calls. */
export const handler = allocateBills(liveAllocating);

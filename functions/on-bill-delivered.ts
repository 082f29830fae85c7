import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Ingested } from "@tagledger/core/flows/ingest/request";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { isWithin, placesOfBills } from "./bill-places.ts";
import { type Handler, lambda, type Run } from "./lambda.ts";
import { liveBilling } from "./live-billing.ts";
import type { BillingSystem, Compose } from "./system.ts";

const METRICS: Readonly<Record<Ingested["outcome"], string>> = {
  published: "BillsPublished",
  again: "BillsAgain",
  late: "BillsLate",
  held: "BillsHeld",
  refused: "BillsRefused",
};

/** Takes in the bills that were delivered, one manifest at a time; what cannot be reached now is tried again. */
export function onBillDelivered(compose: Compose<BillingSystem>): Handler<SQSEvent, SQSBatchResponse> {
  return lambda("on-bill-delivered", compose, async (batch, run) => {
    const { context, logger, count } = run;
    const takeIn = async ({ body, messageId }: SQSRecord) => {
      try {
        await lookAt(body, run);
      } catch (error) {
        count("BillsFailed", 1);
        logger.error("a bill could not be taken in, and is tried again", {
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

async function lookAt(body: string, run: Run<BillingSystem>): Promise<void> {
  const { system, logger, count } = run;
  const [{ readBillMessage }, { isManifest }, { config }] = await Promise.all([
    import("./bill-message.ts"),
    import("@tagledger/adapters/deliveries/manifest-place"),
    system.inForce(),
  ]);
  const message = readBillMessage(body);
  const places = placesOfBills(config, system.madePlace);
  if (message.kind === "look") return lookAtAll(places, run);
  // Notes for Redshift and QuickSight end alike.
  const isBill = isManifest(message.place) && places.some((place) => isWithin(message.place, place));
  if (isBill) return takeInAt(message.place, run);
  count("BillsIgnored", 1);
  logger.info("a file is no manifest in a place of bills", { place: message.place });
}

/** Looks at every place, so that one that cannot be read holds up no other. */
async function lookAtAll(places: readonly string[], run: Run<BillingSystem>): Promise<void> {
  const failures: unknown[] = [];
  for (const place of places) {
    try {
      await takeInAt(place, run);
    } catch (error) {
      // Where nothing was delivered yet there is nothing to try again.
      if (codeOf(error) !== "bad-input") failures.push(error);
      else run.count("BillsUnreadable", 1);
      run.logger.warn("a place of bills could not be looked at", { place, error: asError(error) });
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function takeInAt(place: string, { system, logger, count }: Run<BillingSystem>): Promise<void> {
  const [{ ingest }, ports, { config, rules }] = await Promise.all([
    import("@tagledger/core/flows/ingest"),
    system.billing(),
    system.inForce(),
  ]);
  const { configuration } = rules;
  for await (const { outcome, version } of ingest(ports, {
    place,
    config,
    configuration,
    clock: system.now,
  })) {
    count(METRICS[outcome], 1);
    if (outcome === "published" || outcome === "held") {
      count("BillLines", version.contents?.lines ?? 0);
      count("TeamDaysWritten", version.days?.written ?? 0);
    }
    // Why it was refused may hold values of the bill; `tagledger versions` says it.
    const { export: name, period, id } = version;
    logger.info("a bill was looked at", { export: name, period, version: id, outcome });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** What Lambda calls. */
export const handler = onBillDelivered(liveBilling);

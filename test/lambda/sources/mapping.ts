import type { SQSRecord } from "aws-lambda";
import type { LambdaFunction } from "../runtime/lambda.ts";
import type { Outcome } from "../runtime/sandbox.ts";
import type { Trigger } from "../trigger.ts";
import type { Queue, Received } from "./queue.ts";

/** More batches than anything needs that comes to an end. */
const ENDLESS = 200;

/** What leads from a queue to a function, as Lambda does. */
export interface Mapping {
  /** Takes one batch from the queue to the function; null where the queue shows none. */
  deliver(): Promise<Outcome | null>;
  /**
   * Takes one batch after another, and lets the time be over for which a queue hides what failed, until nothing is left.
   *
   * @throws Error where that does not end
   */
  drain(): Promise<readonly Outcome[]>;
}

/**
 * Maps a queue to a function as AWS documents it: of a batch that succeeded, all is removed but what the function says
 * failed; of one that failed, nothing is.
 */
export function mapQueue(
  queue: Queue,
  lambda: LambdaFunction,
  { batchSize, reportsFailures }: Extract<Trigger, { kind: "queue" }>,
): Mapping {
  let hidden: Received[] = [];

  async function deliver(): Promise<Outcome | null> {
    const batch = await receive();
    if (batch.length === 0) return null;
    const outcome = await lambda.invoke({ Records: batch.map((message) => recordOf(message)) });
    const failed = failedIn(outcome, batch);
    for (const message of batch) {
      if (failed.has(message.MessageId)) hidden.push(message);
      else await queue.remove(message);
    }
    return outcome;
  }

  return {
    deliver,
    async drain() {
      const outcomes: Outcome[] = [];
      for (let turn = 0; turn < ENDLESS; turn += 1) {
        const outcome = await deliver();
        if (outcome !== null) outcomes.push(outcome);
        else if (hidden.length === 0) return outcomes;
        else {
          for (const message of hidden) await queue.showAgain(message);
          hidden = [];
        }
      }
      throw new Error(`${queue.arn} still holds messages after ${ENDLESS} batches`);
    },
  };

  async function receive(): Promise<readonly Received[]> {
    const batch: Received[] = [];
    while (batch.length < batchSize) {
      const some = await queue.receive(batchSize - batch.length);
      if (some.length === 0) break;
      batch.push(...some);
    }
    return batch;
  }

  function recordOf({ MessageId, ReceiptHandle, Body, MD5OfBody, Attributes }: Received): SQSRecord {
    return {
      messageId: MessageId,
      receiptHandle: ReceiptHandle,
      body: Body,
      attributes: { ...Attributes } as SQSRecord["attributes"],
      messageAttributes: {},
      md5OfBody: MD5OfBody ?? "",
      eventSource: "aws:sqs",
      eventSourceARN: queue.arn,
      awsRegion: lambda.configured.region,
    };
  }

  /** Of a response that does not hold together, all failed. */
  function failedIn(outcome: Outcome, batch: readonly Received[]): ReadonlySet<string> {
    const all = new Set<string>(batch.map(({ MessageId }) => MessageId));
    if ("error" in outcome) return all;
    if (!reportsFailures) return new Set();
    const named = namedIn(outcome.payload);
    return named.every((id) => typeof id === "string" && all.has(id)) ? new Set(named as string[]) : all;
  }
}

/** An empty response says that nothing failed. */
function namedIn(payload: unknown): readonly unknown[] {
  if (typeof payload !== "object" || payload === null || !("batchItemFailures" in payload)) return [];
  const { batchItemFailures } = payload;
  if (!Array.isArray(batchItemFailures)) return [];
  return batchItemFailures.map((each: { readonly itemIdentifier?: unknown }) => each.itemIdentifier);
}

import type { Made } from "./function.ts";
import { deadLetters, queuePolicy } from "./queue.ts";
import type { Told } from "./told.ts";

/** A queue from rules to a function, and where what could not be done or delivered waits for somebody to look at it. */
export interface WorkQueue {
  readonly name: string;
  readonly queue: sst.aws.Queue;
  readonly failed: sst.aws.Queue;
  readonly undelivered: sst.aws.Queue;
  readonly deadLetters: Readonly<Record<string, sst.aws.Queue>>;
}

/**
 * Makes a queue of work.
 *
 * @param name in letters, as `Bills`
 * @param timeout of the function that takes from it, in seconds
 * @param tries how often a message is tried before it waits for somebody
 * @param delay how long each message waits before it is tried, in minutes; not at all where it is left out
 */
export function workQueue(
  name: string,
  {
    timeout,
    tries,
    delay = 0,
  }: { readonly timeout: number; readonly tries: number; readonly delay?: number },
): WorkQueue {
  const failed = deadLetters(`${name}Failed`);
  const undelivered = deadLetters(`${name}Undelivered`);
  const queue = new sst.aws.Queue(name, {
    // Six times what a batch may take, as Lambda asks for, so that no batch is handed out twice.
    visibilityTimeout: `${6 * timeout} seconds`,
    delay: `${delay} minutes`,
    dlq: { queue: failed.arn, retry: tries },
    transform: { queue: { sqsManagedSseEnabled: true } },
  });
  const dead = { [`${name}Failed`]: failed, [`${name}Undelivered`]: undelivered };
  return { name, queue, failed, undelivered, deadLetters: dead };
}

/**
 * Lets rules put messages into a queue of work, and nobody else.
 *
 * @param rules their ARNs
 */
export function fedBy(
  { name, queue, failed, undelivered }: WorkQueue,
  told: Told,
  rules: readonly $util.Output<string>[],
): void {
  queuePolicy(name, queue, told, { rules });
  queuePolicy(`${name}Undelivered`, undelivered, told, { rules });
  queuePolicy(`${name}Failed`, failed, told, { rules: [] });
}

/** Has a function take from a queue of work, some messages at a time, and some batches at once. */
export function takenBy(
  { name, queue }: WorkQueue,
  { function: made }: Made,
  { batchSize, atOnce }: { readonly batchSize: number; readonly atOnce: number },
): void {
  new aws.lambda.EventSourceMapping(`${name}Mapping`, {
    eventSourceArn: queue.arn,
    functionName: made.arn,
    batchSize,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: atOnce },
  });
}

import type { OwnFunction } from "@tagledger/core/policy/iam/stores";

/** In seconds, as CloudWatch counts. */
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What one of our functions counts. */
export function counted(service: OwnFunction, metric: string) {
  return {
    namespace: "Tagledger",
    metric,
    dimensions: { service },
    comparison: "GreaterThanThreshold",
  } as const;
}

/** What SQS counts of a queue. */
export function ofQueue(queue: sst.aws.Queue, metric: string) {
  return {
    namespace: "AWS/SQS",
    metric,
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    comparison: "GreaterThanThreshold",
    period: 5 * MINUTE,
    // Of a queue that is empty for long SQS counts nothing.
    missing: "notBreaching",
  } as const;
}

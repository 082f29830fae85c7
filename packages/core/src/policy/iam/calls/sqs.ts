import type { ServiceCalls } from "./calls.ts";

/** SQS. */
export const sqs: ServiceCalls = {
  service: "sqs",
  lists: ["sqs:ListQueues"],
  looks: ["sqs:ListQueueTags"],
  wide: ["sqs:ListQueues"],
};

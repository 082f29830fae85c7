import { SQSClient, TagQueueCommand, UntagQueueCommand } from "@aws-sdk/client-sqs";
import { queueUrl } from "../../inventory/queue-url.ts";
import { writeEach } from "../write-each.ts";

/** Writes to SQS, which knows a queue by its URL. */
export const sqs = writeEach("sqs:TagQueue", {
  set: (clients, { arn }, tags) =>
    clients.of(SQSClient).send(new TagQueueCommand({ QueueUrl: queueUrl(arn), Tags: tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(SQSClient).send(new UntagQueueCommand({ QueueUrl: queueUrl(arn), TagKeys: keys })),
});

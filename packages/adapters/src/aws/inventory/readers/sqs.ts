import { ListQueueTagsCommand, SQSClient } from "@aws-sdk/client-sqs";
import { queueUrl } from "../queue-url.ts";
import { readEach } from "../read-each.ts";

/** Reads SQS, which knows a queue by its URL. */
export const sqs = readEach("sqs:ListQueueTags", async (clients, { arn }) => {
  const { Tags } = await clients.of(SQSClient).send(new ListQueueTagsCommand({ QueueUrl: queueUrl(arn) }));
  return Tags ?? {};
});

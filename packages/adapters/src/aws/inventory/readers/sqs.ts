import { ListQueueTagsCommand, SQSClient } from "@aws-sdk/client-sqs";
import { readEach } from "../read-each.ts";

/** Reads SQS, which knows a queue by a URL of which only the path counts. */
export const sqs = readEach("sqs:ListQueueTags", async (clients, { arn }) => {
  const [, , , region = "", account = "", name = ""] = arn.split(":");
  const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  const { Tags } = await clients.of(SQSClient).send(new ListQueueTagsCommand({ QueueUrl }));
  return Tags ?? {};
});

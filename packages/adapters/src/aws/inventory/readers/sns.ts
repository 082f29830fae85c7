import { ListTagsForResourceCommand, SNSClient } from "@aws-sdk/client-sns";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads SNS. */
export const sns = readEach("sns:ListTagsForResource", async (clients, { arn }) => {
  const { Tags } = await clients.of(SNSClient).send(new ListTagsForResourceCommand({ ResourceArn: arn }));
  return tagMap(Tags);
});

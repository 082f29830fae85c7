import { KinesisClient, ListTagsForResourceCommand } from "@aws-sdk/client-kinesis";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads Kinesis. */
export const kinesis = readEach("kinesis:ListTagsForResource", async (clients, { arn }) => {
  const { Tags } = await clients.of(KinesisClient).send(new ListTagsForResourceCommand({ ResourceARN: arn }));
  return tagMap(Tags);
});

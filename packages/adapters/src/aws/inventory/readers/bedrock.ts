import { BedrockClient, ListTagsForResourceCommand } from "@aws-sdk/client-bedrock";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads Bedrock. */
export const bedrock = readEach("bedrock:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients.of(BedrockClient).send(new ListTagsForResourceCommand({ resourceARN: arn }));
  return tagMap(tags);
});

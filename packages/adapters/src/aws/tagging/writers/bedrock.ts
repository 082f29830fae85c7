import { BedrockClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-bedrock";
import { smallTagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to Bedrock. */
export const bedrock = writeEach("bedrock:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(BedrockClient).send(new TagResourceCommand({ resourceARN: arn, tags: smallTagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(BedrockClient).send(new UntagResourceCommand({ resourceARN: arn, tagKeys: keys })),
});

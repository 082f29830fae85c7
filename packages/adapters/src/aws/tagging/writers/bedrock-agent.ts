import { BedrockAgentClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-bedrock-agent";
import { writeEach } from "../write-each.ts";

/** Writes to Bedrock's agents and what they are made of, which have a client of their own. */
export const bedrockAgent = writeEach("bedrock:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(BedrockAgentClient).send(new TagResourceCommand({ resourceArn: arn, tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(BedrockAgentClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});

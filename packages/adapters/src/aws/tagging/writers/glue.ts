import { GlueClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-glue";
import { writeEach } from "../write-each.ts";

/** Writes to Glue. */
export const glue = writeEach("glue:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(GlueClient).send(new TagResourceCommand({ ResourceArn: arn, TagsToAdd: tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(GlueClient).send(new UntagResourceCommand({ ResourceArn: arn, TagsToRemove: keys })),
});

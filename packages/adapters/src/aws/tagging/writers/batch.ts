import { BatchClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-batch";
import { writeEach } from "../write-each.ts";

/** Writes to Batch. */
export const batch = writeEach("batch:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(BatchClient).send(new TagResourceCommand({ resourceArn: arn, tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(BatchClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});

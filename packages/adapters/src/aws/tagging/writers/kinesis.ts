import { KinesisClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-kinesis";
import { writeEach } from "../write-each.ts";

/** Writes to Kinesis. */
export const kinesis = writeEach("kinesis:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(KinesisClient).send(new TagResourceCommand({ ResourceARN: arn, Tags: tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(KinesisClient).send(new UntagResourceCommand({ ResourceARN: arn, TagKeys: keys })),
});

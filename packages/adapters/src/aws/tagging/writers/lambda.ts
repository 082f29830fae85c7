import { LambdaClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-lambda";
import { writeEach } from "../write-each.ts";

/** Writes to Lambda. */
export const lambda = writeEach("lambda:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(LambdaClient).send(new TagResourceCommand({ Resource: arn, Tags: tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(LambdaClient).send(new UntagResourceCommand({ Resource: arn, TagKeys: keys })),
});

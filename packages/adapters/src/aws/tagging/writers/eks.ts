import { EKSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-eks";
import { writeEach } from "../write-each.ts";

/** Writes to EKS. */
export const eks = writeEach("eks:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(EKSClient).send(new TagResourceCommand({ resourceArn: arn, tags })),
  remove: (clients, { arn }, keys) =>
    clients.of(EKSClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});

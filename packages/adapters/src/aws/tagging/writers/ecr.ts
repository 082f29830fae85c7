import { ECRClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-ecr";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to ECR. */
export const ecr = writeEach("ecr:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(ECRClient).send(new TagResourceCommand({ resourceArn: arn, tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(ECRClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});

import { ECSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-ecs";
import { smallTagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to ECS. */
export const ecs = writeEach("ecs:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(ECSClient).send(new TagResourceCommand({ resourceArn: arn, tags: smallTagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(ECSClient).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: keys })),
});

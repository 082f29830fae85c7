import { SNSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-sns";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to SNS. */
export const sns = writeEach("sns:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(SNSClient).send(new TagResourceCommand({ ResourceArn: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(SNSClient).send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: keys })),
});

import { DynamoDBClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-dynamodb";
import { tagList } from "../tag-list.ts";
import { writeEach } from "../write-each.ts";

/** Writes to DynamoDB. */
export const dynamodb = writeEach("dynamodb:TagResource", {
  set: (clients, { arn }, tags) =>
    clients.of(DynamoDBClient).send(new TagResourceCommand({ ResourceArn: arn, Tags: tagList(tags) })),
  remove: (clients, { arn }, keys) =>
    clients.of(DynamoDBClient).send(new UntagResourceCommand({ ResourceArn: arn, TagKeys: keys })),
});

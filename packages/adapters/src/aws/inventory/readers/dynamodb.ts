import { DynamoDBClient, ListTagsOfResourceCommand, type Tag } from "@aws-sdk/client-dynamodb";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads DynamoDB. */
export const dynamodb = readEach("dynamodb:ListTagsOfResource", async (clients, { arn }) => {
  const tags: Tag[] = [];
  const client = clients.of(DynamoDBClient);
  let NextToken: string | undefined;
  do {
    const page = await client.send(new ListTagsOfResourceCommand({ ResourceArn: arn, NextToken }));
    tags.push(...(page.Tags ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return tagMap(tags);
});

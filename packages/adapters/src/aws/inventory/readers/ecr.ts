import { ECRClient, ListTagsForResourceCommand } from "@aws-sdk/client-ecr";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads ECR. */
export const ecr = readEach("ecr:ListTagsForResource", async (clients, { arn }) => {
  const { tags } = await clients.of(ECRClient).send(new ListTagsForResourceCommand({ resourceArn: arn }));
  return tagMap(tags);
});

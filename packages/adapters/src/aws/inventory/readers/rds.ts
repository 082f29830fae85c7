import { ListTagsForResourceCommand, RDSClient } from "@aws-sdk/client-rds";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads RDS, and with it DocumentDB and Neptune. */
export const rds = readEach("rds:ListTagsForResource", async (clients, { arn }) => {
  const { TagList } = await clients.of(RDSClient).send(new ListTagsForResourceCommand({ ResourceName: arn }));
  return tagMap(TagList);
});

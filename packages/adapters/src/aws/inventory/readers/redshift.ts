import { paginateDescribeTags, RedshiftClient } from "@aws-sdk/client-redshift";
import { readEach } from "../read-each.ts";
import { type AwsTag, tagMap } from "../tag-map.ts";

/** Reads Redshift. */
export const redshift = readEach("redshift:DescribeTags", async (clients, { arn }) => {
  const tags: AwsTag[] = [];
  const client = clients.of(RedshiftClient);
  for await (const { TaggedResources } of paginateDescribeTags({ client }, { ResourceName: arn })) {
    tags.push(...(TaggedResources ?? []).flatMap(({ Tag }) => Tag ?? []));
  }
  return tagMap(tags);
});

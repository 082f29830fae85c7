import { EFSClient, paginateListTagsForResource } from "@aws-sdk/client-efs";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads EFS. */
export const elasticfilesystem = readEach(
  "elasticfilesystem:ListTagsForResource",
  async (clients, { id }) => {
    const tags = [];
    const client = clients.of(EFSClient);
    for await (const { Tags } of paginateListTagsForResource({ client }, { ResourceId: id })) {
      tags.push(...(Tags ?? []));
    }
    return tagMap(tags);
  },
);

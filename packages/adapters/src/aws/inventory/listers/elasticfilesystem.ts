import { EFSClient, paginateDescribeFileSystems } from "@aws-sdk/client-efs";
import { listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";
import { tagMap } from "../tag-map.ts";

/** Lists EFS, with tags. */
export const elasticfilesystem: Lister = {
  types: ["elasticfilesystem:file-system"],
  calls: ["elasticfilesystem:DescribeFileSystems"],
  async *list(clients) {
    for await (const { FileSystems = [] } of paginateDescribeFileSystems(
      { client: clients.of(EFSClient) },
      {},
    )) {
      yield FileSystems.flatMap(({ FileSystemArn: arn, Tags }) =>
        arn === undefined ? [] : [listedAs(arn, clients, tagMap(Tags))],
      );
    }
  },
};

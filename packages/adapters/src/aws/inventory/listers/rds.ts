import { paginateDescribeDBClusters, paginateDescribeDBInstances, RDSClient } from "@aws-sdk/client-rds";
import { listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";
import { tagMap } from "../tag-map.ts";

const instances: Lister = {
  types: ["rds:db"],
  calls: ["rds:DescribeDBInstances"],
  async *list(clients) {
    for await (const { DBInstances = [] } of paginateDescribeDBInstances(
      { client: clients.of(RDSClient) },
      {},
    )) {
      yield DBInstances.flatMap(({ DBInstanceArn: arn, TagList }) =>
        arn === undefined ? [] : [listedAs(arn, clients, tagMap(TagList))],
      );
    }
  },
};

const clusters: Lister = {
  types: ["rds:cluster"],
  calls: ["rds:DescribeDBClusters"],
  async *list(clients) {
    for await (const { DBClusters = [] } of paginateDescribeDBClusters(
      { client: clients.of(RDSClient) },
      {},
    )) {
      yield DBClusters.flatMap(({ DBClusterArn: arn, TagList }) =>
        arn === undefined ? [] : [listedAs(arn, clients, tagMap(TagList))],
      );
    }
  },
};

/** Lists RDS, and with it DocumentDB and Neptune. */
export const rds: readonly Lister[] = [instances, clusters];

import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

/** DocumentDB elastic clusters. */
export const docdbElastic: Service = {
  source: "docdb-elastic.amazonaws.com",
  creations: [
    {
      event: "CreateCluster",
      type: "docdb-elastic:cluster",
      priority: 2,
      id: "response.cluster.clusterName",
      arn: "response.cluster.clusterArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateClusterSnapshot",
      type: "docdb-elastic:cluster-snapshot",
      priority: 4,
      id: "response.snapshot.snapshotName",
      arn: "response.snapshot.snapshotArn",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
};

import { ending, map, tagResource } from "../build.ts";
import { lossy, readyIn, remediedBy, usualTags } from "../build-facts.ts";
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
  endings: [
    ending("DeleteCluster", "request.clusterArn"),
    ending("DeleteClusterSnapshot", "request.snapshotArn"),
  ],
  liveTags: usualTags("docdb-elastic"),
  types: {
    "docdb-elastic:cluster": {
      ...remediedBy(
        lossy(
          "docdb-elastic:stop-cluster",
          "StopCluster",
          "model",
          "what is under way is lost; it starts by itself after seven days",
          { undo: "StartCluster", states: ["ACTIVE"] },
        ),
      ),
      readiness: readyIn(10, "ACTIVE", "inferred"),
    },
  },
};

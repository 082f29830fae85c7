import { ending, map, tagResource } from "../build.ts";
import { foundBy, IMMEDIATE, lossy, onlyAsked, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";
import { joined } from "../texts.ts";

/** What belongs to a cluster goes on in its ARN. */
const ARN = "arn:{partition}:pcs:{region}:{account}:cluster/{id}";

/** Parallel Computing Service. */
export const pcs: Service = {
  source: "pcs.amazonaws.com",
  creations: [
    made("CreateCluster", "cluster", "cluster", 1),
    made("CreateComputeNodeGroup", "computeNodeGroup", "computenodegroup", 1),
    made("CreateQueue", "queue", "queue", 3),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteCluster", "request.clusterIdentifier", "pcs:cluster", ARN),
    ending(
      "DeleteComputeNodeGroup",
      joined("request.clusterIdentifier", "computenodegroup", "request.computeNodeGroupIdentifier"),
      "pcs:computenodegroup",
      ARN,
    ),
    ending(
      "DeleteQueue",
      joined("request.clusterIdentifier", "queue", "request.queueIdentifier"),
      "pcs:queue",
      ARN,
    ),
  ],
  liveTags: usualTags("pcs"),
  types: {
    // What costs is its nodes, and a controller that cannot be stopped.
    "pcs:cluster": onlyAsked(IMMEDIATE, foundBy("pcs:GetCluster", ["ResourceNotFoundException"])),
    "pcs:computenodegroup": {
      ...remediedBy(
        lossy(
          "pcs:empty-node-group",
          "UpdateComputeNodeGroup",
          "inferred",
          "its nodes are terminated with what runs on them",
          { undo: "UpdateComputeNodeGroup", states: ["ACTIVE"] },
        ),
      ),
      exists: foundBy("pcs:GetComputeNodeGroup", ["ResourceNotFoundException"]),
    },
  },
};

function made(event: string, what: string, type: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `pcs:${type}`,
    priority,
    id: `response.${what}.id`,
    arn: `response.${what}.arn`,
    tags: [map("request.tags")],
  };
}

import { ending, list, tagResource } from "../build.ts";
import { onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** MemoryDB. */
export const memorydb: Service = {
  source: "memorydb.amazonaws.com",
  creations: [
    made("CreateCluster", "cluster", 2),
    made("CreateSnapshot", "snapshot", 4),
    made("CreateSubnetGroup", "subnetGroup", 4),
    made("CreateParameterGroup", "parameterGroup", 4),
    made("CreateUser", "user", 4),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    ending("DeleteCluster", "response.cluster.aRN"),
    ending("DeleteSnapshot", "response.snapshot.aRN"),
    ending("DeleteSubnetGroup", "response.subnetGroup.aRN"),
    ending("DeleteParameterGroup", "response.parameterGroup.aRN"),
    ending("DeleteUser", "response.user.aRN"),
  ],
  liveTags: usualTags("memorydb", {
    read: "ListTags",
    gone: [
      "ClusterNotFoundFault",
      "ParameterGroupNotFoundFault",
      "SnapshotNotFoundFault",
      "SubnetGroupNotFoundFault",
      "UserNotFoundFault",
    ],
  }),
  types: { "memorydb:cluster": onlyAsked(readyIn(15, "available", "model", "InvalidClusterStateFault")) },
};

function made(event: string, what: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `memorydb:${what.toLowerCase()}`,
    priority,
    id: `response.${what}.name`,
    arn: `response.${what}.aRN`,
    tags: [list("request.tags")],
  };
}

import { list, tagCalls } from "../build.ts";
import type { Row, Service } from "../row.ts";

/** Database Migration Service. */
export const dms: Service = {
  source: "dms.amazonaws.com",
  creations: [
    made("CreateReplicationInstance", "replicationInstance", "rep", "replicationInstanceIdentifier", 2),
    made(
      "CreateReplicationConfig",
      "replicationConfig",
      "replication-config",
      "replicationConfigIdentifier",
      2,
    ),
    made("CreateReplicationTask", "replicationTask", "task", "replicationTaskIdentifier", 3),
    made("CreateEndpoint", "endpoint", "endpoint", "endpointIdentifier", 4),
    {
      event: "CreateReplicationSubnetGroup",
      type: "dms:subgrp",
      priority: 4,
      id: "response.replicationSubnetGroup.replicationSubnetGroupIdentifier",
      template: "arn:{partition}:dms:{region}:{account}:subgrp:{id}",
      tags: [list("request.tags")],
    },
  ],
  taggings: tagCalls(
    "AddTagsToResource",
    "RemoveTagsFromResource",
    { at: "request.resourceArn" },
    list("request.tags"),
  ),
  others: ["StartReplicationTask", "StartReplication", "TestConnection"],
};

function made(event: string, what: string, type: string, id: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `dms:${type}`,
    priority,
    id: [`response.${what}.${id}`, `request.${id}`],
    arn: `response.${what}.${what}Arn`,
    tags: [list("request.tags")],
  };
}

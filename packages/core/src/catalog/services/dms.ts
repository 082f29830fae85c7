import { ending, list, tagCalls } from "../build.ts";
import { lossy, onlyAsked, readyIn, remediedBy, usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";
import { lowerCase } from "../texts.ts";

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
  endings: [
    ending("DeleteReplicationInstance", "request.replicationInstanceArn"),
    ending("DeleteReplicationConfig", "request.replicationConfigArn"),
    ending("DeleteReplicationTask", "request.replicationTaskArn"),
    ending("DeleteEndpoint", "request.endpointArn"),
    ending(
      "DeleteReplicationSubnetGroup",
      lowerCase("request.replicationSubnetGroupIdentifier"),
      "dms:subgrp",
      "arn:{partition}:dms:{region}:{account}:subgrp:{id}",
    ),
  ],
  others: ["StartReplicationTask", "StartReplication", "TestConnection"],
  liveTags: usualTags("dms", { write: "AddTagsToResource", gone: ["ResourceNotFoundFault"] }),
  types: {
    "dms:rep": onlyAsked(readyIn(10, "available", "model", "InvalidResourceStateFault")),
    "dms:replication-config": remediedBy(
      lossy(
        "dms:stop-replication",
        "StopReplication",
        "model",
        "what is under way may start over, and capacity stays",
        { undo: "StartReplication" },
      ),
    ),
    "dms:task": remediedBy(
      lossy(
        "dms:stop-task",
        "StopReplicationTask",
        "documented",
        "resumes where it was, but not with what its source drops meanwhile",
        { undo: "StartReplicationTask", states: ["running"] },
      ),
    ),
  },
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

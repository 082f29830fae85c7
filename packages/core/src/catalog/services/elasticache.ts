import { ending, list, tagCalls } from "../build.ts";
import { onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { EndingRow, Row, Service, Where } from "../row.ts";
import { lowerCase } from "../texts.ts";

/** ElastiCache. Its answers are logged without the object that wraps them, and without ARN before 2020. */
export const elasticache: Service = {
  source: "elasticache.amazonaws.com",
  creations: [
    made("CreateReplicationGroup", "replicationgroup", "response.replicationGroupId", 2),
    made("CreateServerlessCache", "serverlesscache", "response.serverlessCacheName", 2),
    made("CreateCacheCluster", "cluster", "response.cacheClusterId", 3),
    made("CreateSnapshot", "snapshot", "response.snapshotName", 4),
    made("CopySnapshot", "snapshot", "response.snapshotName", 4),
    made(
      "CreateServerlessCacheSnapshot",
      "serverlesscachesnapshot",
      "response.serverlessCacheSnapshotName",
      4,
    ),
    made("CopyServerlessCacheSnapshot", "serverlesscachesnapshot", "response.serverlessCacheSnapshotName", 4),
    made("CreateCacheSubnetGroup", "subnetgroup", "response.cacheSubnetGroupName", 4),
    made("CreateCacheParameterGroup", "parametergroup", "response.cacheParameterGroupName", 4),
    made("CreateCacheSecurityGroup", "securitygroup", "response.cacheSecurityGroupName", 4),
    made("CreateUser", "user", "response.userId", 4),
    made("CreateUserGroup", "usergroup", "response.userGroupId", 4),
    {
      ...made("PurchaseReservedCacheNodesOffering", "reserved-instance", "response.reservedCacheNodeId", 3),
      arn: "response.reservationARN",
    },
  ],
  taggings: tagCalls(
    "AddTagsToResource",
    "RemoveTagsFromResource",
    { at: "request.resourceName" },
    list("request.tags"),
  ),
  endings: [
    gone("DeleteReplicationGroup", "replicationgroup", "replicationGroupId"),
    gone("DeleteServerlessCache", "serverlesscache", "serverlessCacheName"),
    gone("DeleteCacheCluster", "cluster", "cacheClusterId"),
    gone("DeleteSnapshot", "snapshot", "snapshotName"),
    gone("DeleteServerlessCacheSnapshot", "serverlesscachesnapshot", "serverlessCacheSnapshotName"),
    gone("DeleteCacheSubnetGroup", "subnetgroup", "cacheSubnetGroupName"),
    gone("DeleteCacheParameterGroup", "parametergroup", "cacheParameterGroupName"),
    gone("DeleteCacheSecurityGroup", "securitygroup", "cacheSecurityGroupName"),
    gone("DeleteUser", "user", "userId"),
    gone("DeleteUserGroup", "usergroup", "userGroupId"),
  ],
  liveTags: usualTags("elasticache", {
    write: "AddTagsToResource",
    gone: [
      "CacheClusterNotFound",
      "CacheParameterGroupNotFound",
      "CacheSecurityGroupNotFound",
      "CacheSubnetGroupNotFoundFault",
      "ReplicationGroupNotFoundFault",
      "ReservedCacheNodeNotFound",
      "ServerlessCacheNotFoundFault",
      "ServerlessCacheSnapshotNotFoundFault",
      "SnapshotNotFoundFault",
      "UserGroupNotFound",
      "UserNotFound",
    ],
  }),
  types: {
    "elasticache:replicationgroup": onlyAsked(
      readyIn(10, "available", "documented", "InvalidReplicationGroupState"),
    ),
    "elasticache:serverlesscache": onlyAsked(
      readyIn(5, "available", "documented", "InvalidServerlessCacheStateFault"),
    ),
    "elasticache:cluster": onlyAsked(readyIn(10, "available", "documented")),
  },
};

function made(event: string, type: string, id: Where, priority: Row["priority"]): Row {
  return {
    event,
    type: `elasticache:${type}`,
    priority,
    id,
    arn: "response.aRN",
    template: "arn:{partition}:elasticache:{region}:{account}:{type}:{id}",
    tags: [list("request.tags")],
  };
}

/** Names are kept in lower case, however they are written. */
function gone(event: string, type: string, id: string): EndingRow {
  const template = "arn:{partition}:elasticache:{region}:{account}:{type}:{id}";
  return ending(event, ["response.aRN", lowerCase(`request.${id}`)], `elasticache:${type}`, template);
}

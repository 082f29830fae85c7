import { list, tagCalls } from "../build.ts";
import type { Row, Service, Where } from "../row.ts";

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

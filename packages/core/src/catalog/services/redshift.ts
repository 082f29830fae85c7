import { list, tagCalls } from "../build.ts";
import type { Row, Service, Where } from "../row.ts";

/** Redshift. Its answers are logged without the object that wraps them, and hold no ARN. */
export const redshift: Service = {
  source: "redshift.amazonaws.com",
  creations: [
    made("CreateCluster", "cluster", "response.clusterIdentifier", 2),
    { ...made("RestoreFromClusterSnapshot", "cluster", "response.clusterIdentifier", 3), tags: [] },
    snapshot("CreateClusterSnapshot"),
    { ...snapshot("CopyClusterSnapshot"), tags: [] },
    made("CreateClusterSubnetGroup", "subnetgroup", "response.clusterSubnetGroupName", 4),
    made("CreateClusterParameterGroup", "parametergroup", "response.parameterGroupName", 4),
    made("CreateClusterSecurityGroup", "securitygroup", "response.clusterSecurityGroupName", 4),
    made("CreateEventSubscription", "eventsubscription", "response.custSubscriptionId", 4),
    made("CreateSnapshotSchedule", "snapshotschedule", "response.scheduleIdentifier", 4),
    made("CreateSnapshotCopyGrant", "snapshotcopygrant", "response.snapshotCopyGrantName", 4),
    made("CreateUsageLimit", "usagelimit", "response.usageLimitId", 4),
  ],
  taggings: tagCalls("CreateTags", "DeleteTags", { at: "request.resourceName" }, list("request.tags")),
  others: ["ResumeCluster", "PauseCluster"],
};

function made(event: string, type: string, id: Where, priority: Row["priority"]): Row {
  return {
    event,
    type: `redshift:${type}`,
    priority,
    id,
    template: "arn:{partition}:redshift:{region}:{account}:{type}:{id}",
    tags: [list("request.tags")],
  };
}

/** The ARN of a snapshot holds its cluster as well. */
function snapshot(event: string): Row {
  const { template: _, ...facts } = made(event, "snapshot", "response.snapshotIdentifier", 3);
  return { ...facts, arn: "response.snapshotArn" };
}

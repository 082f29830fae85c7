import { ending, list, tagCalls } from "../build.ts";
import { foundBy, lossy, readyIn, usualTags } from "../build-facts.ts";
import type { EndingRow, Row, Service, Where } from "../row.ts";
import { arnOf, lowerCase } from "../texts.ts";

const SNAPSHOT_ARN = [
  "response.snapshotArn",
  arnOf(
    "arn:{partition}:redshift:{region}:{account}:snapshot:{id}",
    "response.clusterIdentifier",
    "response.snapshotIdentifier",
  ),
] as const;

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
  endings: [
    gone("DeleteCluster", "cluster", "clusterIdentifier"),
    ending("DeleteClusterSnapshot", SNAPSHOT_ARN),
    gone("DeleteClusterSubnetGroup", "subnetgroup", "clusterSubnetGroupName"),
    gone("DeleteClusterParameterGroup", "parametergroup", "parameterGroupName"),
    gone("DeleteClusterSecurityGroup", "securitygroup", "clusterSecurityGroupName"),
    gone("DeleteEventSubscription", "eventsubscription", "subscriptionName"),
    gone("DeleteSnapshotSchedule", "snapshotschedule", "scheduleIdentifier"),
    gone("DeleteSnapshotCopyGrant", "snapshotcopygrant", "snapshotCopyGrantName"),
    gone("DeleteUsageLimit", "usagelimit", "usageLimitId"),
  ],
  others: ["ResumeCluster", "PauseCluster"],
  liveTags: usualTags("redshift", {
    read: "DescribeTags",
    write: "CreateTags",
    gone: ["ResourceNotFoundFault"],
  }),
  types: {
    "redshift:cluster": {
      readiness: readyIn(5, "available", "model", "InvalidClusterState"),
      remedies: [
        lossy("redshift:pause", "PauseCluster", "documented", "queries under way are lost", {
          undo: "ResumeCluster",
          states: ["available"],
        }),
      ],
      exists: foundBy("redshift:DescribeClusters", ["ClusterNotFound"]),
    },
  },
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
  return { ...facts, arn: SNAPSHOT_ARN };
}

/** Names are kept in lower case, however they are written. */
function gone(event: string, type: string, id: string): EndingRow {
  const template = "arn:{partition}:redshift:{region}:{account}:{type}:{id}";
  return ending(event, lowerCase(`request.${id}`), `redshift:${type}`, template);
}

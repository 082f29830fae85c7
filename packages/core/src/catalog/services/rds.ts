import { ending, list, specifications, tagCalls } from "../build.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";
import { lowerCase } from "../texts.ts";
import { databasePrice } from "./rds-price.ts";
import { rdsTags, rdsTypes } from "./rds-types.ts";

const TAGS = [list("request.tags")];
const SPECIFIED = [
  ...TAGS,
  specifications("request.tagSpecificationSet.items"),
  specifications("request.tagSpecifications"),
];

/** RDS and what shares its API, DocumentDB and Neptune. Its answers are logged without the object that wraps them. */
export const rds: Service = {
  source: "rds.amazonaws.com",
  creations: [
    instance("CreateDBInstance", 2),
    instance("CreateDBInstanceReadReplica", 2),
    instance("RestoreDBInstanceFromDBSnapshot", 3),
    instance("RestoreDBInstanceFromS3", 3),
    instance("RestoreDBInstanceToPointInTime", 3),
    cluster("CreateDBCluster", 2),
    cluster("RestoreDBClusterFromSnapshot", 3),
    cluster("RestoreDBClusterFromS3", 3),
    cluster("RestoreDBClusterToPointInTime", 3),
    made("CreateDBSnapshot", "snapshot", "dBSnapshot", 3),
    made("CreateDBClusterSnapshot", "cluster-snapshot", "dBClusterSnapshot", 3),
    copied("CopyDBSnapshot", "snapshot", "dBSnapshot"),
    copied("CopyDBClusterSnapshot", "cluster-snapshot", "dBClusterSnapshot"),
    {
      event: "CreateGlobalCluster",
      type: "rds:global-cluster",
      priority: 3,
      id: "response.globalClusterIdentifier",
      arn: "response.globalClusterArn",
      tags: TAGS,
    },
    named("CreateDBProxy", "db-proxy", "dBProxyName", "dBProxyArn"),
    named("CreateDBProxyEndpoint", "db-proxy-endpoint", "dBProxyEndpointName", "dBProxyEndpointArn"),
    named(
      "CreateDBClusterEndpoint",
      "cluster-endpoint",
      "dBClusterEndpointIdentifier",
      "dBClusterEndpointArn",
    ),
    named("CreateEventSubscription", "es", "custSubscriptionId", "eventSubscriptionArn"),
    named("CreateDBSubnetGroup", "subgrp", "dBSubnetGroupName", "dBSubnetGroupArn"),
    named("CreateDBParameterGroup", "pg", "dBParameterGroupName", "dBParameterGroupArn"),
    named("CopyDBParameterGroup", "pg", "dBParameterGroupName", "dBParameterGroupArn"),
    named(
      "CreateDBClusterParameterGroup",
      "cluster-pg",
      "dBClusterParameterGroupName",
      "dBClusterParameterGroupArn",
    ),
    named(
      "CopyDBClusterParameterGroup",
      "cluster-pg",
      "dBClusterParameterGroupName",
      "dBClusterParameterGroupArn",
    ),
    named("CreateOptionGroup", "og", "optionGroupName", "optionGroupArn"),
    named("CopyOptionGroup", "og", "optionGroupName", "optionGroupArn"),
    named("CreateDBSecurityGroup", "secgrp", "dBSecurityGroupName", "dBSecurityGroupArn"),
    {
      event: "CreateBlueGreenDeployment",
      type: "rds:deployment",
      priority: 3,
      id: "response.blueGreenDeploymentIdentifier",
      template: "arn:{partition}:rds:{region}:{account}:{type}:{id}",
      tags: TAGS,
    },
    named("PurchaseReservedDBInstancesOffering", "ri", "reservedDBInstanceId", "reservedDBInstanceArn"),
    {
      event: "StartExportTask",
      type: "rds:export-task",
      priority: 4,
      id: "response.exportTaskIdentifier",
      taggable: false,
    },
  ],
  taggings: tagCalls(
    "AddTagsToResource",
    "RemoveTagsFromResource",
    { at: "request.resourceName" },
    list("request.tags"),
  ),
  endings: [
    gone("DeleteDBInstance", "db", "dBInstanceIdentifier", "response.dBInstanceArn"),
    gone("DeleteDBCluster", "cluster", "dBClusterIdentifier", "response.dBClusterArn"),
    gone("DeleteDBSnapshot", "snapshot", "dBSnapshotIdentifier", "response.dBSnapshotArn"),
    gone(
      "DeleteDBClusterSnapshot",
      "cluster-snapshot",
      "dBClusterSnapshotIdentifier",
      "response.dBClusterSnapshotArn",
    ),
    ending("DeleteGlobalCluster", "response.globalClusterArn"),
    ending("DeleteDBProxy", "response.dBProxyArn"),
    ending("DeleteDBProxyEndpoint", "response.dBProxyEndpointArn"),
    gone(
      "DeleteDBClusterEndpoint",
      "cluster-endpoint",
      "dBClusterEndpointIdentifier",
      "response.dBClusterEndpointArn",
    ),
    gone("DeleteEventSubscription", "es", "subscriptionName", "response.eventSubscriptionArn"),
    gone("DeleteDBSubnetGroup", "subgrp", "dBSubnetGroupName"),
    gone("DeleteDBParameterGroup", "pg", "dBParameterGroupName"),
    gone("DeleteDBClusterParameterGroup", "cluster-pg", "dBClusterParameterGroupName"),
    gone("DeleteOptionGroup", "og", "optionGroupName"),
    gone("DeleteDBSecurityGroup", "secgrp", "dBSecurityGroupName"),
    gone("DeleteBlueGreenDeployment", "deployment", "blueGreenDeploymentIdentifier"),
  ],
  others: ["StartDBInstance", "StartDBCluster", "StartActivityStream", "SwitchoverBlueGreenDeployment"],
  liveTags: rdsTags,
  types: rdsTypes,
};

/** Records from before 2020 hold no ARN of an instance. */
function instance(event: string, priority: Row["priority"]): Row {
  return { ...made(event, "db", "dBInstance", priority), tags: SPECIFIED, price: databasePrice };
}

function cluster(event: string, priority: Row["priority"]): Row {
  return { ...made(event, "cluster", "dBCluster", priority), tags: SPECIFIED };
}

function made(event: string, type: string, what: string, priority: Row["priority"]): Row {
  return {
    event,
    type: `rds:${type}`,
    priority,
    id: `response.${what}Identifier`,
    arn: `response.${what}Arn`,
    template: "arn:{partition}:rds:{region}:{account}:{type}:{id}",
    tags: TAGS,
  };
}

/** Copies cross regions and accounts: only the ARN in the answer says what was made, a name alone does not. */
function copied(event: string, type: string, what: string): Row {
  return { event, type: `rds:${type}`, priority: 3, arn: `response.${what}Arn`, tags: TAGS };
}

function named(event: string, type: string, id: string, arn: string): Row {
  return {
    event,
    type: `rds:${type}`,
    priority: 4,
    id: `response.${id}`,
    arn: `response.${arn}`,
    tags: TAGS,
  };
}

/** Names are kept in lower case, however they are written. */
function gone(event: string, type: string, id: string, arn?: Path): EndingRow {
  const named = lowerCase(`request.${id}`);
  const at = arn === undefined ? named : [arn, named];
  return ending(event, at, `rds:${type}`, "arn:{partition}:rds:{region}:{account}:{type}:{id}");
}

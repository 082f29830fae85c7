import { foundBy, IMMEDIATE, lossy, onlyAsked, readyIn, usualTags } from "../build-facts.ts";
import type { TypeFacts } from "../type-facts.ts";

/** Each type has an error of its own for what is not there. */
export const rdsTags = usualTags("rds", {
  write: "AddTagsToResource",
  gone: [
    "BlueGreenDeploymentNotFoundFault",
    "DBClusterNotFoundFault",
    "DBInstanceNotFound",
    "DBProxyEndpointNotFoundFault",
    "DBProxyNotFoundFault",
    "DBSnapshotNotFound",
  ],
});

/** Facts of the types of RDS that cost, among them those of DocumentDB and Neptune. */
export const rdsTypes: Readonly<Record<string, TypeFacts>> = {
  "rds:db": {
    readiness: readyIn(10, "available", "documented", "InvalidDBInstanceState"),
    remedies: [
      lossy(
        "rds:stop",
        "StopDBInstance",
        "documented",
        "what is under way is lost; it starts by itself after seven days",
        {
          undo: "StartDBInstance",
          states: ["available"],
          refused: ["read-replica", "has-read-replicas", "multi-az-sql-server", "stopped-by-cluster"],
        },
      ),
    ],
    exists: foundBy("rds:DescribeDBInstances", ["DBInstanceNotFound"]),
  },
  "rds:cluster": {
    readiness: readyIn(10, "available", "documented"),
    remedies: [
      lossy(
        "rds:stop-cluster",
        "StopDBCluster",
        "documented",
        "what is under way is lost; it starts by itself after seven days",
        {
          undo: "StartDBCluster",
          states: ["available"],
          refused: ["serverless-engine", "in-global-database"],
        },
      ),
    ],
    exists: foundBy("rds:DescribeDBClusters", ["DBClusterNotFoundFault"]),
  },
  "rds:snapshot": onlyAsked(IMMEDIATE, foundBy("rds:DescribeDBSnapshots", ["DBSnapshotNotFound"])),
  "rds:cluster-snapshot": onlyAsked(
    IMMEDIATE,
    foundBy("rds:DescribeDBClusterSnapshots", ["DBClusterSnapshotNotFoundFault"]),
  ),
};

import type { DBInstance } from "@aws-sdk/client-rds";
import { expect, test } from "vitest";
import { conditionsOf } from "./instance.ts";

const NONE = {
  "read-replica": false,
  "has-read-replicas": false,
  "multi-az-sql-server": false,
  "stopped-by-cluster": false,
};

test.each<[string, DBInstance, object]>([
  ["a database of its own", { Engine: "postgres", MultiAZ: true }, NONE],
  [
    "a replica of a database",
    { Engine: "mysql", ReadReplicaSourceDBInstanceIdentifier: "a" },
    { ...NONE, "read-replica": true },
  ],
  [
    "a replica of a cluster",
    { Engine: "mysql", ReadReplicaSourceDBClusterIdentifier: "a" },
    { ...NONE, "read-replica": true },
  ],
  [
    "a database that a cluster replicates",
    { Engine: "mysql", ReadReplicaDBClusterIdentifiers: ["a"] },
    { ...NONE, "has-read-replicas": true },
  ],
  ["a database whose replicas are gone", { Engine: "mysql", ReadReplicaDBInstanceIdentifiers: [] }, NONE],
  [
    "SQL Server in two zones",
    { Engine: "sqlserver-se", MultiAZ: true },
    { ...NONE, "multi-az-sql-server": true },
  ],
  ["SQL Server in one zone", { Engine: "sqlserver-se", MultiAZ: false }, NONE],
  [
    "an instance of Aurora",
    { Engine: "aurora-postgresql", DBClusterIdentifier: "a" },
    { ...NONE, "stopped-by-cluster": true },
  ],
  ["an instance of Neptune", { Engine: "neptune" }, { ...NONE, "stopped-by-cluster": true }],
  ["RDS Custom", { Engine: "custom-oracle-ee" }, { ...NONE, "stopped-by-cluster": true }],
])("%s", (_, database, holds) => {
  expect(conditionsOf(database)).toEqual(holds);
});

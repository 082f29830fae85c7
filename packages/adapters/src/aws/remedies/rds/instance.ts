import {
  type DBInstance,
  DescribeDBInstancesCommand,
  RDSClient,
  StartDBInstanceCommand,
  StopDBInstanceCommand,
} from "@aws-sdk/client-rds";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";
import { isRunning } from "./is-running.ts";

/** Engines whose instances belong to a cluster, and those of RDS Custom, for which the call is not. */
const NOT_BY_INSTANCE = /^(aurora|neptune|docdb|custom-)/;

/** Databases of RDS, which starts them again by itself after seven days. */
export const instance: TypeRemedies = bySettings<DBInstance>(
  {
    async find(clients, { id }) {
      const asked = clients.of(RDSClient).send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: id }));
      return (await unlessGone(asked, ["DBInstanceNotFound"]))?.DBInstances?.[0] ?? null;
    },
    state: ({ DBInstanceStatus }) => DBInstanceStatus,
    conditions: conditionsOf,
  },
  {
    "rds:stop": onOff("running", {
      isOn: ({ DBInstanceStatus }) => isRunning(DBInstanceStatus),
      turnOn: (clients, { id }) =>
        clients.of(RDSClient).send(new StartDBInstanceCommand({ DBInstanceIdentifier: id })),
      turnOff: (clients, { id }) =>
        clients.of(RDSClient).send(new StopDBInstanceCommand({ DBInstanceIdentifier: id })),
    }),
  },
);

/** What keeps a database from being stopped. */
export function conditionsOf(database: DBInstance): Inspection["conditions"] {
  const { Engine = "", MultiAZ, SecondaryAvailabilityZone, DBClusterIdentifier } = database;
  const sources = [
    database.ReadReplicaSourceDBInstanceIdentifier,
    database.ReadReplicaSourceDBClusterIdentifier,
  ];
  const replicas = [
    ...(database.ReadReplicaDBInstanceIdentifiers ?? []),
    ...(database.ReadReplicaDBClusterIdentifiers ?? []),
  ];
  const isMirrored = MultiAZ === true || Boolean(SecondaryAvailabilityZone);
  return {
    "read-replica": sources.some(Boolean),
    "has-read-replicas": replicas.length > 0,
    "multi-az-sql-server": Engine.startsWith("sqlserver") && isMirrored,
    "stopped-by-cluster": Boolean(DBClusterIdentifier) || NOT_BY_INSTANCE.test(Engine),
  };
}

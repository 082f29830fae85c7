import {
  type DBCluster,
  DescribeDBClustersCommand,
  RDSClient,
  StartDBClusterCommand,
  StopDBClusterCommand,
} from "@aws-sdk/client-rds";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";
import { isRunning } from "./is-running.ts";

/** Clusters of RDS, among them those of DocumentDB and Neptune, which it starts again by itself after seven days. */
export const cluster: TypeRemedies = bySettings<DBCluster>(
  {
    async find(clients, { id }) {
      const asked = clients.of(RDSClient).send(new DescribeDBClustersCommand({ DBClusterIdentifier: id }));
      return (await unlessGone(asked, ["DBClusterNotFoundFault"]))?.DBClusters?.[0] ?? null;
    },
    state: ({ Status }) => Status,
    conditions: ({ EngineMode, GlobalClusterIdentifier }) => ({
      // The first version of Aurora Serverless; the second one is provisioned, and stops.
      "serverless-engine": EngineMode === "serverless",
      "in-global-database": Boolean(GlobalClusterIdentifier) || EngineMode === "global",
    }),
  },
  {
    "rds:stop-cluster": onOff("running", {
      isOn: ({ Status }) => isRunning(Status),
      turnOn: (clients, { id }) =>
        clients.of(RDSClient).send(new StartDBClusterCommand({ DBClusterIdentifier: id })),
      turnOff: (clients, { id }) =>
        clients.of(RDSClient).send(new StopDBClusterCommand({ DBClusterIdentifier: id })),
    }),
  },
);

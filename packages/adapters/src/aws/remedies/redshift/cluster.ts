import {
  type Cluster,
  DescribeClustersCommand,
  PauseClusterCommand,
  RedshiftClient,
  ResumeClusterCommand,
} from "@aws-sdk/client-redshift";
import { bySettings } from "../by-settings.ts";
import type { TypeRemedies } from "../remedy.ts";
import { onOff } from "../setting.ts";
import { unlessGone } from "../unless-gone.ts";

const PAUSED = ["pausing", "paused"];

/** Clusters of Redshift. */
export const cluster: TypeRemedies = bySettings<Cluster>(
  {
    async find(clients, { id }) {
      const asked = clients.of(RedshiftClient).send(new DescribeClustersCommand({ ClusterIdentifier: id }));
      return (await unlessGone(asked, ["ClusterNotFound"]))?.Clusters?.[0] ?? null;
    },
    state: ({ ClusterStatus }) => ClusterStatus,
  },
  {
    "redshift:pause": onOff("running", {
      isOn: ({ ClusterStatus }) => (ClusterStatus === undefined ? null : !PAUSED.includes(ClusterStatus)),
      turnOn: (clients, { id }) =>
        clients.of(RedshiftClient).send(new ResumeClusterCommand({ ClusterIdentifier: id })),
      turnOff: (clients, { id }) =>
        clients.of(RedshiftClient).send(new PauseClusterCommand({ ClusterIdentifier: id })),
    }),
  },
);

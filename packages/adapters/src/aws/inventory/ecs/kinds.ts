import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  type ECSClient,
} from "@aws-sdk/client-ecs";
import type { Described } from "../described.ts";
import { tagMap } from "../tag-map.ts";

/** How resources of a type are described. */
export interface EcsKind {
  /** As many as one call takes. */
  readonly batch: number;
  /** The name of the cluster that one is in, empty where it is in none; null where its ARN, an old one, does not tell. */
  readonly clusterOf: (arn: string) => string | null;
  readonly describe: (client: ECSClient, arns: string[], cluster: string) => Promise<readonly Described[]>;
}

/** The types whose state is known. */
export const ecsKinds: Readonly<Record<string, EcsKind>> = {
  "ecs:service": {
    batch: 10,
    clusterOf,
    async describe(client, services, cluster) {
      const found = await client.send(new DescribeServicesCommand({ services, cluster, include: ["TAGS"] }));
      return (found.services ?? []).map(({ serviceArn = "", tags, status }) => ({
        key: serviceArn,
        tags: tagMap(tags),
        state: status,
      }));
    },
  },
  "ecs:task": {
    batch: 100,
    clusterOf,
    async describe(client, tasks, cluster) {
      const found = await client.send(new DescribeTasksCommand({ tasks, cluster, include: ["TAGS"] }));
      return (found.tasks ?? []).map(({ taskArn = "", tags, lastStatus }) => ({
        key: taskArn,
        tags: tagMap(tags),
        state: lastStatus,
      }));
    },
  },
  "ecs:cluster": {
    batch: 100,
    clusterOf: () => "",
    async describe(client, clusters) {
      const found = await client.send(new DescribeClustersCommand({ clusters, include: ["TAGS"] }));
      return (found.clusters ?? []).map(({ clusterArn = "", tags, status }) => ({
        key: clusterArn,
        tags: tagMap(tags),
        state: status,
      }));
    },
  },
};

/** `ml` of `arn:aws:ecs:eu-central-1:111122223333:service/ml/scorer`. */
function clusterOf(arn: string): string | null {
  const [, cluster = "", name] = arn.split("/");
  return name === undefined ? null : cluster;
}

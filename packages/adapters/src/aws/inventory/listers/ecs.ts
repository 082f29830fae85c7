import {
  ECSClient,
  paginateListClusters,
  paginateListServices,
  paginateListTasks,
} from "@aws-sdk/client-ecs";
import type { Call } from "@tagledger/core/catalog/type-facts";
import type { Clients } from "../clients.ts";
import { isOver } from "../described.ts";
import { ecsKinds } from "../ecs/kinds.ts";
import { listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";
import { isNamed } from "../misses.ts";

/** Lists ARNs, and with each page the cluster that they are in. */
type Arns = (client: ECSClient) => AsyncIterable<readonly [arns: readonly string[], cluster: string]>;

/** Lists ECS. What is listed is described, too, for some of it has ended. */
export const ecs: readonly Lister[] = [
  describing("ecs:cluster", ["ecs:ListClusters", "ecs:DescribeClusters"], inAccount),
  describing(
    "ecs:service",
    ["ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices"],
    inClusters(async function* (client, cluster) {
      for await (const page of paginateListServices({ client }, { cluster })) yield page.serviceArns ?? [];
    }),
  ),
  describing(
    "ecs:task",
    ["ecs:ListClusters", "ecs:ListTasks", "ecs:DescribeTasks"],
    inClusters(async function* (client, cluster) {
      for await (const page of paginateListTasks({ client }, { cluster })) yield page.taskArns ?? [];
    }),
  ),
];

function describing(type: string, calls: readonly Call[], arns: Arns): Lister {
  const { batch = 1, describe } = ecsKinds[type] ?? {};
  return {
    types: [type],
    calls,
    async *list(clients: Clients) {
      const client = clients.of(ECSClient);
      for await (const [page, cluster] of arns(client)) {
        for (let start = 0; start < page.length; start += batch) {
          const found = (await describe?.(client, page.slice(start, start + batch), cluster)) ?? [];
          const there = found.filter(({ state }) => !isOver(type, state));
          yield there.map(({ key, tags }) => listedAs(key, clients, tags));
        }
      }
    },
  };
}

async function* inAccount(client: ECSClient): AsyncGenerator<readonly [readonly string[], string]> {
  for await (const { clusterArns = [] } of paginateListClusters({ client }, {})) yield [clusterArns, ""];
}

function inClusters(pages: (client: ECSClient, cluster: string) => AsyncIterable<readonly string[]>): Arns {
  return async function* (client) {
    for await (const [clusters] of inAccount(client)) {
      for (const cluster of clusters) {
        try {
          for await (const page of pages(client, cluster)) yield [page, cluster];
        } catch (error) {
          // It was deleted meanwhile, with all that was in it.
          if (!isNamed(error, ["ClusterNotFound"])) throw error;
        }
      }
    }
  };
}

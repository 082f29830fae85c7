import {
  DescribeNodegroupCommand,
  EKSClient,
  paginateListClusters,
  paginateListNodegroups,
} from "@aws-sdk/client-eks";
import type { Clients } from "../clients.ts";
import { arnOf, listedAs, listPages } from "../listed.ts";
import type { Listed, Lister } from "../lister.ts";
import { isNamed } from "../misses.ts";

const clusters: Lister = {
  types: ["eks:cluster"],
  calls: ["eks:ListClusters"],
  list: (clients) =>
    listPages(clients, paginateListClusters({ client: clients.of(EKSClient) }, {}), ({ clusters: names }) =>
      names?.map((name) => arnOf(clients, "eks", `cluster/${name}`)),
    ),
};

const nodegroups: Lister = {
  types: ["eks:nodegroup"],
  calls: ["eks:ListClusters", "eks:ListNodegroups", "eks:DescribeNodegroup"],
  async *list(clients) {
    const client = clients.of(EKSClient);
    for await (const { clusters: names = [] } of paginateListClusters({ client }, {})) {
      for (const clusterName of names) yield* ofCluster(clients, clusterName);
    }
  },
};

/** Lists EKS. */
export const eks: readonly Lister[] = [clusters, nodegroups];

async function* ofCluster(clients: Clients, clusterName: string): AsyncGenerator<readonly Listed[]> {
  const client = clients.of(EKSClient);
  try {
    for await (const { nodegroups: names = [] } of paginateListNodegroups({ client }, { clusterName })) {
      for (const nodegroupName of names) yield await describe(clients, clusterName, nodegroupName);
    }
  } catch (error) {
    // It was deleted meanwhile, with all that was in it.
    if (!isNamed(error, ["ResourceNotFound"])) throw error;
  }
}

/** Only its description tells the ARN, which ends in an id. */
async function describe(clients: Clients, clusterName: string, nodegroupName: string): Promise<Listed[]> {
  const { nodegroup } = await clients
    .of(EKSClient)
    .send(new DescribeNodegroupCommand({ clusterName, nodegroupName }));
  const arn = nodegroup?.nodegroupArn;
  return arn === undefined ? [] : [listedAs(arn, clients, nodegroup?.tags ?? {})];
}

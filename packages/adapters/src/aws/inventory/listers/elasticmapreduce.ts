import { EMRClient, paginateListClusters } from "@aws-sdk/client-emr";
import { listPages } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** Lists clusters of EMR that have not ended. */
export const elasticmapreduce: Lister = {
  types: ["elasticmapreduce:cluster"],
  calls: ["elasticmapreduce:ListClusters"],
  list: (clients) =>
    listPages(
      clients,
      paginateListClusters(
        { client: clients.of(EMRClient) },
        { ClusterStates: ["STARTING", "BOOTSTRAPPING", "RUNNING", "WAITING"] },
      ),
      ({ Clusters }) => Clusters?.map(({ ClusterArn }) => ClusterArn),
    ),
};

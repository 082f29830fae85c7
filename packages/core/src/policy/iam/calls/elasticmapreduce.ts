import type { ServiceCalls } from "./calls.ts";

/** EMR, which shows tags with what it describes. */
export const elasticmapreduce: ServiceCalls = {
  service: "elasticmapreduce",
  lists: ["elasticmapreduce:ListClusters"],
  looks: ["elasticmapreduce:DescribeCluster"],
  wide: ["elasticmapreduce:ListClusters"],
};

import type { ServiceCalls } from "./calls.ts";

/** RDS, and with it DocumentDB and Neptune. */
export const rds: ServiceCalls = {
  service: "rds",
  lists: ["rds:DescribeDBClusters", "rds:DescribeDBInstances"],
  looks: ["rds:ListTagsForResource"],
  remedied: {
    "rds:cluster": {
      arns: ["arn:{partition}:rds:*:{account}:cluster:*"],
      inspects: ["rds:DescribeDBClusters"],
    },
    "rds:db": { arns: ["arn:{partition}:rds:*:{account}:db:*"], inspects: ["rds:DescribeDBInstances"] },
  },
};

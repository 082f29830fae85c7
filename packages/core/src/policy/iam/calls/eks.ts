import type { ServiceCalls } from "./calls.ts";

/** EKS. */
export const eks: ServiceCalls = {
  service: "eks",
  lists: ["eks:DescribeNodegroup", "eks:ListClusters", "eks:ListNodegroups"],
  looks: ["eks:ListTagsForResource"],
  wide: ["eks:ListClusters"],
  remedied: {
    "eks:nodegroup": {
      arns: ["arn:{partition}:eks:*:{account}:nodegroup/*"],
      inspects: ["eks:DescribeNodegroup"],
    },
  },
};

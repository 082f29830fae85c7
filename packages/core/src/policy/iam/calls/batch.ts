import type { ServiceCalls } from "./calls.ts";

/** Batch. */
export const batch: ServiceCalls = {
  service: "batch",
  lists: ["batch:DescribeComputeEnvironments", "batch:DescribeJobQueues"],
  looks: [
    "batch:DescribeComputeEnvironments",
    "batch:DescribeJobQueues",
    "batch:DescribeJobs",
    "batch:ListTagsForResource",
  ],
  wide: [
    "batch:DescribeComputeEnvironments",
    "batch:DescribeJobQueues",
    "batch:DescribeJobs",
    "batch:DescribeServiceEnvironments",
  ],
  remedied: {
    "batch:compute-environment": {
      arns: ["arn:{partition}:batch:*:{account}:compute-environment/*"],
      inspects: ["batch:DescribeComputeEnvironments"],
    },
    "batch:job-queue": {
      arns: ["arn:{partition}:batch:*:{account}:job-queue/*"],
      inspects: ["batch:DescribeJobQueues"],
    },
    "batch:service-environment": {
      arns: ["arn:{partition}:batch:*:{account}:service-environment/*"],
      inspects: ["batch:DescribeServiceEnvironments"],
    },
  },
};

import type { ServiceCalls } from "./calls.ts";
import { SCALABLE_TARGETS } from "./scalable-targets.ts";

/** ECS. */
export const ecs: ServiceCalls = {
  service: "ecs",
  lists: [
    "ecs:DescribeClusters",
    "ecs:DescribeServices",
    "ecs:DescribeTasks",
    "ecs:ListClusters",
    "ecs:ListServices",
    "ecs:ListTasks",
  ],
  looks: ["ecs:DescribeClusters", "ecs:DescribeServices", "ecs:DescribeTasks", "ecs:ListTagsForResource"],
  wide: ["ecs:ListClusters", "ecs:ListServices", SCALABLE_TARGETS],
  remedied: {
    "ecs:service": {
      arns: ["arn:{partition}:ecs:*:{account}:service/*"],
      inspects: ["ecs:DescribeServices", SCALABLE_TARGETS],
    },
  },
};

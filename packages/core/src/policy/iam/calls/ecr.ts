import type { ServiceCalls } from "./calls.ts";

/** ECR. */
export const ecr: ServiceCalls = {
  service: "ecr",
  lists: ["ecr:DescribeRepositories"],
  looks: ["ecr:ListTagsForResource"],
};

import type { ServiceCalls } from "./calls.ts";

/** EFS. */
export const elasticfilesystem: ServiceCalls = {
  service: "elasticfilesystem",
  lists: ["elasticfilesystem:DescribeFileSystems"],
  looks: ["elasticfilesystem:ListTagsForResource"],
};

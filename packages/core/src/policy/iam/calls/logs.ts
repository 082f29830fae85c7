import type { ServiceCalls } from "./calls.ts";

/** CloudWatch Logs. */
export const logs: ServiceCalls = {
  service: "logs",
  lists: ["logs:DescribeLogGroups"],
  looks: ["logs:ListTagsForResource"],
  wide: ["logs:DescribeLogGroups"],
};

import type { ServiceCalls } from "./calls.ts";
import { SCALABLE_TARGETS } from "./scalable-targets.ts";

/** DynamoDB. */
export const dynamodb: ServiceCalls = {
  service: "dynamodb",
  lists: ["dynamodb:ListTables"],
  looks: ["dynamodb:ListTagsOfResource"],
  wide: ["dynamodb:ListTables", SCALABLE_TARGETS],
  remedied: {
    "dynamodb:table": {
      arns: ["arn:{partition}:dynamodb:*:{account}:table/*"],
      inspects: ["dynamodb:DescribeTable", SCALABLE_TARGETS],
    },
  },
};

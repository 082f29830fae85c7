import type { ServiceCalls } from "./calls.ts";

/** App Runner. */
export const apprunner: ServiceCalls = {
  service: "apprunner",
  remedied: {
    "apprunner:service": {
      arns: ["arn:{partition}:apprunner:*:{account}:service/*"],
      inspects: ["apprunner:DescribeService", "apprunner:ListOperations"],
    },
  },
};

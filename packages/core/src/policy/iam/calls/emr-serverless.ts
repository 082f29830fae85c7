import type { ServiceCalls } from "./calls.ts";

/** EMR Serverless. */
export const emrServerless: ServiceCalls = {
  service: "emr-serverless",
  remedied: {
    "emr-serverless:application": {
      arns: ["arn:{partition}:emr-serverless:*:{account}:/applications/*"],
      inspects: ["emr-serverless:GetApplication", "emr-serverless:ListJobRuns"],
    },
  },
};

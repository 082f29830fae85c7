import type { ServiceCalls } from "./calls.ts";

/** Redshift Serverless. */
export const redshiftServerless: ServiceCalls = {
  service: "redshift-serverless",
  wide: ["redshift-serverless:ListWorkgroups"],
  remedied: {
    "redshift-serverless:workgroup": {
      arns: ["arn:{partition}:redshift-serverless:*:{account}:workgroup/*"],
      inspects: ["redshift-serverless:GetWorkgroup", "redshift-serverless:ListWorkgroups"],
    },
  },
};

import type { ServiceCalls } from "./calls.ts";

/** Redshift. */
export const redshift: ServiceCalls = {
  service: "redshift",
  lists: ["redshift:DescribeClusters"],
  looks: ["redshift:DescribeTags"],
  remedied: {
    "redshift:cluster": {
      arns: ["arn:{partition}:redshift:*:{account}:cluster:*"],
      inspects: ["redshift:DescribeClusters"],
    },
  },
};

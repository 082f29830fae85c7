import type { ServiceCalls } from "./calls.ts";

/** EC2 Auto Scaling, whose reads are all of a whole account. */
export const autoscaling: ServiceCalls = {
  service: "autoscaling",
  wide: [
    "autoscaling:DescribeAutoScalingGroups",
    "autoscaling:DescribeAutoScalingInstances",
    "autoscaling:DescribeTags",
  ],
  // Whether a group passes on a tag is kept as it is.
  tagging: { reads: ["autoscaling:DescribeTags"] },
  remedied: {
    "autoscaling:autoScalingGroup": {
      arns: ["arn:{partition}:autoscaling:*:{account}:autoScalingGroup:*"],
      inspects: ["autoscaling:DescribeAutoScalingGroups"],
    },
  },
};

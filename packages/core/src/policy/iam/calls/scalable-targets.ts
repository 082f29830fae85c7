/** Tells whether Application Auto Scaling sets a size again; IAM cannot narrow it to resources. */
export const SCALABLE_TARGETS = "application-autoscaling:DescribeScalableTargets";

import type { RunningRow, RunningService } from "../running-row.ts";

const CLUSTER = {
  type: "eks:cluster",
  id: ["request.name", "request.clusterName", "response.cluster.name"],
  arn: "response.cluster.arn",
  template: "arn:{partition}:eks:{region}:{account}:cluster/{id}",
} as const satisfies Partial<RunningRow>;

/** EKS: clusters cannot be stopped, but their version decides what they cost. */
export const eksRunning: RunningService = {
  source: "eks.amazonaws.com",
  rows: [
    { ...CLUSTER, event: "DeleteCluster", effect: "ends" },
    {
      ...CLUSTER,
      event: "UpdateClusterVersion",
      effect: "changes",
      attributes: { version: "request.version" },
    },
    {
      ...CLUSTER,
      event: "UpdateClusterConfig",
      effect: "changes",
      attributes: {
        support: "request.upgradePolicy.supportType",
        controlPlaneTier: "request.controlPlaneScalingConfig.tier",
      },
    },
    {
      event: "DeleteNodegroup",
      type: "eks:nodegroup",
      effect: "ends",
      id: "request.nodegroupName",
      arn: "response.nodegroup.nodegroupArn",
    },
  ],
};

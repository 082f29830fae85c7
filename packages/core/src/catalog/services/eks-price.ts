import type { Row } from "../row.ts";

/** What decides the price of a cluster's control plane: an old version costs more, where it is not upgraded by itself. */
export const clusterPrice: NonNullable<Row["price"]> = {
  version: ["response.cluster.version", "request.version"],
  support: ["response.cluster.upgradePolicy.supportType", "request.upgradePolicy.supportType"],
  controlPlaneTier: [
    "response.cluster.controlPlaneScalingConfig.tier",
    "request.controlPlaneScalingConfig.tier",
  ],
};

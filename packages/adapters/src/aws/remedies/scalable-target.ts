import {
  ApplicationAutoScalingClient,
  DescribeScalableTargetsCommand,
  type ScalableDimension,
  type ServiceNamespace,
} from "@aws-sdk/client-application-auto-scaling";
import type { Clients } from "../inventory/clients.ts";
import { unlessDenied } from "./known.ts";

/**
 * Whether Application Auto Scaling sets some of the sizes of a resource; undefined where we may not ask it.
 *
 * @example await isScaled(clients, "ecs", "service/ml/scorer", ["ecs:service:DesiredCount"]) // true
 */
export async function isScaled(
  clients: Clients,
  namespace: ServiceNamespace,
  resource: string,
  dimensions: readonly ScalableDimension[],
): Promise<boolean | undefined> {
  const found = await unlessDenied(
    clients
      .of(ApplicationAutoScalingClient)
      .send(new DescribeScalableTargetsCommand({ ServiceNamespace: namespace, ResourceIds: [resource] })),
  );
  return found?.ScalableTargets?.some(
    ({ ScalableDimension, SuspendedState = {} }) =>
      ScalableDimension !== undefined &&
      dimensions.includes(ScalableDimension) &&
      // One that is suspended in every way sets nothing.
      !(
        SuspendedState.DynamicScalingInSuspended === true &&
        SuspendedState.DynamicScalingOutSuspended === true &&
        SuspendedState.ScheduledScalingSuspended === true
      ),
  );
}

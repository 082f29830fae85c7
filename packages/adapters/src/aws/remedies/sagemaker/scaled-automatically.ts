import {
  ApplicationAutoScalingClient,
  paginateDescribeScalableTargets,
} from "@aws-sdk/client-application-auto-scaling";
import type { Clients } from "../../inventory/clients.ts";

/** How many one call takes. */
const BATCH = 50;

/**
 * Whether Application Auto Scaling sets the size of any of these.
 *
 * @param resources as it names them: `endpoint/scorer/variant/all`, `inference-component/scorer`
 */
export async function isScaledAutomatically(
  clients: Clients,
  resources: readonly string[],
): Promise<boolean> {
  const client = clients.of(ApplicationAutoScalingClient);
  for (let start = 0; start < resources.length; start += BATCH) {
    const ResourceIds = resources.slice(start, start + BATCH);
    const asked = { ServiceNamespace: "sagemaker", ResourceIds } as const;
    for await (const { ScalableTargets = [] } of paginateDescribeScalableTargets({ client }, asked)) {
      if (ScalableTargets.length > 0) return true;
    }
  }
  return false;
}

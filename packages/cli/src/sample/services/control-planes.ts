import { hourly } from "../charge.ts";
import type { Company } from "../company.ts";
import { decimal, whole } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS } from "../products.ts";

/** EKS: the control planes, which are billed apart from the nodes. */
export function* controlPlanes({ clusters }: Company): Iterable<Line> {
  for (const cluster of clusters) {
    const item = itemOf(cluster, {
      product: PRODUCTS.eks,
      usageType: `${cluster.region.prefix}AmazonEKS-Hours:perCluster`,
      operation: "CreateOperation",
      unit: "Hours",
      rate: decimal("0.1"),
      description: "Amazon EKS cluster usage in US East (N. Virginia)",
    });
    yield* hourly(item, () => whole(1));
  }
}

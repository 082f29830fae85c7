import { hoursOf, usage } from "../charge.ts";
import type { Company } from "../company.ts";
import { decimal, ratio } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { hourSpan, MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** EC2: the block volumes of the machines, which cost the same whether the machine runs or not. */
export function* volumes({ nodes }: Company): Iterable<Line> {
  for (const { disk } of nodes) {
    const item = itemOf(disk, {
      product: PRODUCTS.ec2,
      usageType: `${disk.region.early}EBS:VolumeUsage.gp3`,
      operation: "CreateVolume-Gp3",
      unit: "GB-Mo",
      rate: decimal("0.08"),
      description: "$0.08 per GB-month of General Purpose (gp3) provisioned storage",
    });
    for (const { hour, seconds } of hoursOf(disk.life)) {
      yield usage(item, hourSpan(hour), ratio(disk.gib * seconds, MONTH.seconds));
    }
  }
}

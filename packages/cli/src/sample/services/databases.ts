import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS } from "../products.ts";
import type { Random } from "../random.ts";
import { metered } from "./metered.ts";

/** Neptune, OpenSearch and FSx, and the disks of RDS: what runs all month at a steady rate. */
export function databases({ managed }: Company, random: Random): Iterable<Line> {
  const graph = itemOf(managed.graph, {
    product: PRODUCTS.neptune,
    usageType: "InstanceUsage:db.r6g.4xl",
    operation: "CreateDBInstance:0019",
    unit: "Hrs",
    rate: decimal("2.6243"),
  });
  const vectors = itemOf(managed.vectors, {
    product: PRODUCTS.opensearch,
    usageType: "ESInstance:r6g.2xlarge",
    operation: "ESDomain",
    unit: "Hrs",
    rate: decimal("0.669"),
  });
  const scratch = itemOf(managed.scratch, {
    product: PRODUCTS.fsx,
    usageType: "USE1-SSD-125-Storage-ByteHrs:Lustre",
    operation: "CreateFileSystem:Lustre",
    unit: "GB-Mo",
    rate: decimal("0.145"),
  });
  const disk = itemOf(managed.experiments, {
    product: PRODUCTS.rds,
    usageType: "RDS:GP3-Storage",
    operation: "CreateDBInstance:0014",
    unit: "GB-Mo",
    rate: decimal("0.115"),
  });
  return metered(random, [
    { item: graph, every: "hour", quantity: 2, steady: true },
    { item: vectors, every: "hour", quantity: 6, steady: true },
    { item: scratch, every: "day", quantity: 960, steady: true },
    { item: disk, every: "day", quantity: 40, steady: true },
  ]);
}

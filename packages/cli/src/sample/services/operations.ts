import { ACCOUNTS } from "../company/accounts.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemIn, itemOf } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS } from "../products.ts";
import type { Random } from "../random.ts";
import { type Meter, metered } from "./metered.ts";

/** CloudWatch and ECR: what keeps everything running and belongs to nobody alone. */
export function operations({ managed }: Company, random: Random): Iterable<Line> {
  const ingested = {
    product: PRODUCTS.cloudwatch,
    usageType: "USE1-DataProcessing-Bytes",
    operation: "PutLogEvents",
    unit: "GB",
    rate: decimal("0.5"),
  };
  const metrics = {
    product: PRODUCTS.cloudwatch,
    usageType: "CW:MetricMonitorUsage",
    operation: "MetricStorage",
    unit: "Metrics",
    rate: decimal("0.1"),
  };
  const stored = {
    product: PRODUCTS.ecr,
    usageType: "USE1-TimedStorage-ByteHrs",
    operation: "EC2-ECR-Private-Storage",
    unit: "GB-Mo",
    rate: decimal("0.1"),
  };
  const { production, training, documents } = ACCOUNTS;
  const meters: Meter[] = [production, training, documents].map((account) => ({
    item: itemIn(account, REGIONS.virginia, metrics),
    every: "day",
    quantity: 220,
  }));
  return metered(random, [
    ...meters,
    { item: itemOf(managed.logs, ingested), every: "hour", quantity: 36 },
    { item: itemOf(managed.clusterLogs, ingested), every: "day", quantity: 90 },
    { item: itemOf(managed.images, stored), every: "day", quantity: 520, steady: true },
    { item: itemOf(managed.bases, stored), every: "day", quantity: 130, steady: true },
  ]);
}

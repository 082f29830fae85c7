import { amount } from "../charge.ts";
import { ACCOUNTS } from "../company/accounts.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemIn, itemOf, type Sku } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { PRODUCTS, type Product } from "../products.ts";
import type { Random } from "../random.ts";
import { metered } from "./metered.ts";

/** The web shop, in an account of its own: nothing that a report on machine learning should explain. */
export function* shop({ managed }: Company, random: Random): Iterable<Line> {
  const { orders, frontDoor, site } = managed;
  const sold = (product: Product, usageType: string, operation: string, unit: string, rate: string): Sku => ({
    product,
    usageType,
    operation,
    unit,
    rate: decimal(rate),
  });
  const server = sold(PRODUCTS.ec2, "EU-BoxUsage:m6i.2xlarge", "RunInstances", "Hrs", "0.428");
  for (let index = 1; index <= 4; index++) {
    const item = itemIn(ACCOUNTS.shop, REGIONS.ireland, { ...server, machine: "m6i.2xlarge" });
    const group = { ...item, resourceId: `i-0${random.text(16, "0123456789abcdef")}`, tags: orders.tags };
    yield* metered(random, [{ item: group, every: "hour", quantity: 1, steady: true }]);
  }
  const database = sold(PRODUCTS.rds, "EU-InstanceUsage:db.r6g.16xl", "CreateDBInstance:0021", "Hrs", "8.3");
  const delivery = sold(PRODUCTS.cloudfront, "EU-DataTransfer-Out-Bytes", "GET", "GB", "0.06");
  const balancer = sold(PRODUCTS.elb, "EU-LCUUsage", "LoadBalancing:Application", "LCU-Hrs", "0.008");
  const pages = itemOf(site, { ...delivery, product: PRODUCTS.cloudfront });
  yield* metered(random, [
    { item: itemOf(orders, database), every: "hour", quantity: 3, steady: true },
    { item: itemOf(frontDoor, balancer), every: "hour", quantity: 900 },
    { item: pages, every: "day", quantity: 26_000 },
  ]);
  const bundled: Item = { ...pages, type: "BundledDiscount", description: "Bundled discount" };
  yield amount(bundled, decimal("-412.65"));
}

import type { Resource } from "../company/resource.ts";
import type { Company } from "../company.ts";
import { decimal } from "../decimal.ts";
import { itemOf, type Sku } from "../item.ts";
import type { Line } from "../line.ts";
import { PRODUCTS, type Product } from "../products.ts";
import type { Random } from "../random.ts";
import { metered } from "./metered.ts";

/** Glue, Athena, Kinesis and Lambda. */
export function analytics({ managed }: Company, random: Random): Iterable<Line> {
  const { etl, queries, clicks, payments, scorer, cleaner } = managed;
  const shards = {
    usageType: "Storage-ShardHour",
    operation: "shardHourStorage",
    unit: "ShardHour",
    rate: "0.015",
  };
  const compute = {
    usageType: "Lambda-GB-Second",
    operation: "Invoke",
    unit: "Lambda-GB-Second",
    rate: "0.0000166667",
  };
  return metered(random, [
    {
      item: of(etl, PRODUCTS.glue, {
        usageType: "USE1-ETL-DPU-Hour",
        operation: "Jobrun",
        unit: "DPU-Hour",
        rate: "0.44",
      }),
      every: "day",
      quantity: 310,
    },
    {
      item: of(queries, PRODUCTS.athena, {
        usageType: "USE1-DataScannedInTB",
        operation: "StartQueryExecution",
        unit: "Terabytes",
        rate: "5",
      }),
      every: "day",
      quantity: 24,
    },
    { item: of(clicks, PRODUCTS.kinesis, shards), every: "hour", quantity: 96, steady: true },
    { item: of(payments, PRODUCTS.kinesis, shards), every: "hour", quantity: 48, steady: true },
    { item: of(scorer, PRODUCTS.lambda, compute), every: "hour", quantity: 190_000 },
    { item: of(cleaner, PRODUCTS.lambda, compute), every: "day", quantity: 60_000 },
  ]);
}

function of(resource: Resource, product: Product, sku: Omit<Sku, "product" | "rate"> & { rate: string }) {
  return itemOf(resource, { product, ...sku, rate: decimal(sku.rate) });
}

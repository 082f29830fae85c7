import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { TAGS } from "./generate.ts";

/** Writes a part of a FOCUS bill with all columns of FOCUS 1.2, most of which nobody asks for; gives its path. */
export async function generateFocus(folder: string, lines: number): Promise<string> {
  const path = join(folder, "focus.snappy.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const database = await instance.connect();
  await database.run(
    `COPY (SELECT ${columns().join(",\n")} FROM range(${lines}) AS lines(i)) TO '${path}' (FORMAT parquet, COMPRESSION snappy)`,
  );
  database.closeSync();
  instance.closeSync();
  return path;
}

function columns(): string[] {
  const costs = ["BilledCost", "EffectiveCost", "ContractedCost", "ListCost"];
  const quantities = [
    "ConsumedQuantity",
    "PricingQuantity",
    "ListUnitPrice",
    "ContractedUnitPrice",
    "CommitmentDiscountQuantity",
    "PricingCurrencyContractedUnitPrice",
    "PricingCurrencyEffectiveCost",
    "PricingCurrencyListUnitPrice",
  ];
  const texts = [
    "AvailabilityZone",
    "BillingAccountName",
    "CapacityReservationId",
    "ChargeDescription",
    "CommitmentDiscountId",
    "CommitmentDiscountName",
    "ConsumedUnit",
    "PricingUnit",
    "ResourceName",
    "ResourceType",
    "SkuId",
    "SkuMeter",
    "SkuPriceId",
    "SubAccountName",
    "x_Operation",
    "x_ServiceCode",
    "x_Discounts",
    "x_UsageType",
  ];
  const number = (name: string, salt: number) => `(hash(i, ${salt}) % 1000000000) / 1e9 AS ${name}`;
  const tags = TAGS.map((tag, at) => `'user:ml-${tag}': '${tag}-' || (i % ${50 * (at + 1)})`);
  return [
    ...costs.map(number),
    ...quantities.map((name, at) => number(name, at + 10)),
    ...texts.map((name, at) => `'${name} ' || (hash(i, ${at + 30}) % 20000) AS ${name}`),
    "'999988887777' AS BillingAccountId",
    "'111122223333' AS SubAccountId",
    "'Usage' AS ChargeCategory",
    "'Usage-Based' AS ChargeFrequency",
    "'Standard' AS PricingCategory",
    "'USD' AS BillingCurrency",
    "'USD' AS PricingCurrency",
    "'AWS' AS ProviderName",
    "'Amazon Web Services, Inc.' AS InvoiceIssuerName",
    "'invoice-1' AS InvoiceId",
    "'AmazonEC2' AS ServiceName",
    "'Compute' AS ServiceCategory",
    "['eu-west-1', 'us-east-1'][1 + i % 2] AS RegionId",
    "['Ireland', 'Virginia'][1 + i % 2] AS RegionName",
    "'arn:aws:ec2:eu-west-1:111122223333:instance/i-' || lpad(CAST(i % 7000 AS VARCHAR), 17, '0') AS ResourceId",
    "TIMESTAMP '2026-09-01' AS BillingPeriodStart",
    "TIMESTAMP '2026-10-01' AS BillingPeriodEnd",
    "TIMESTAMP '2026-09-01' + INTERVAL (i % 720) HOUR AS ChargePeriodStart",
    "TIMESTAMP '2026-09-01' + INTERVAL (i % 720 + 1) HOUR AS ChargePeriodEnd",
    `MAP {${tags.join(", ")}} AS Tags`,
  ];
}

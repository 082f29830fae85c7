import { formatAmount } from "@tagledger/core/costs/money";
import { isUnknown, type UnknownPrice } from "@tagledger/core/spend/price";
import { ITEMS, type RateQuery } from "@tagledger/core/spend/rate";
import { describe, expect, test } from "vitest";
import { awsPrices, awsRates, type ProductsPage } from "./aws-price-list.ts";
import { searchFor } from "./product-search.ts";
import { type DocumentFacts, makeDocument, ON_DEMAND } from "./testing/documents.ts";
import { priceList } from "./testing/price-list.ts";

const M5: RateQuery = { item: "ec2-linux", name: "m5.xlarge", region: "eu-west-1" };

/** What a price list with these documents says: a decimal, or why none. */
async function told(query: RateQuery, ...documents: DocumentFacts[]): Promise<string | UnknownPrice> {
  const rate = await awsRates(priceList(documents.map(makeDocument))).rate(query);
  return isUnknown(rate) ? rate : formatAmount(rate.amount);
}

function unknown(reason: RegExp) {
  return { unknown: expect.stringMatching(reason) };
}

describe("the AWS Price List", () => {
  test("tells a price to the last digit, and which version of it says so", async () => {
    const { getProducts, requests } = priceList([makeDocument({ usd: ["0.2140000001"] })]);
    expect(await awsRates({ getProducts }).rate(M5)).toEqual({
      amount: 214_000_000_100_000_000_000_000n,
      currency: "USD",
      source: {
        url: "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/20260910195514/eu-west-1/index.json#AAAABBBBCCCCDDDD",
        asOf: "2026-09-10",
      },
    });
    expect(requests[0]).toMatchObject({ ServiceCode: "AmazonEC2", FormatVersion: "aws_v1" });
    expect(requests[0]?.Filters).toContainEqual({ Type: "TERM_MATCH", Field: "tenancy", Value: "Shared" });
  });

  test("is asked for just what runs on demand", async () => {
    const others: DocumentFacts[] = [
      { attributes: { ...ON_DEMAND, operatingSystem: "Windows" }, usd: ["0.3980000000"] },
      { attributes: { ...ON_DEMAND, preInstalledSw: "SQL Std" }, usd: ["0.6720000000"] },
      { attributes: { ...ON_DEMAND, tenancy: "Dedicated", usagetype: "EU-DedicatedUsage:m5.xlarge" } },
      { attributes: { ...ON_DEMAND, capacitystatus: "UnusedCapacityReservation" } },
      { attributes: { ...ON_DEMAND, marketoption: "CapacityBlock" }, usd: ["0.0000000000"] },
      {
        attributes: { ...ON_DEMAND, regionCode: "us-east-1", usagetype: "BoxUsage:m5.xlarge" },
        usd: ["0.192"],
      },
      { service: "AmazonECS" },
    ];
    expect(await told(M5, ...others, {})).toBe("0.214");
    expect(await told({ ...M5, item: "ec2-windows" }, ...others, {})).toBe("0.398");
  });

  test("has pages", async () => {
    const gateway = (operation: string, usagetype: string): DocumentFacts => ({
      family: "NAT Gateway",
      attributes: { regionCode: "eu-west-1", operation, usagetype },
      usd: ["0.0480000000"],
    });
    const documents = [
      gateway("NatGateway", "EU-NatGateway-Bytes"),
      gateway("NatGateway", "EU-NatGateway-Prvd-Bytes"),
      gateway("NatGateway", "EU-NatGateway-Hours"),
    ].map(makeDocument);
    const { getProducts, requests } = priceList(documents, 1);
    const rate = await awsRates({ getProducts }).rate({
      item: "nat-gateway",
      name: "zonal",
      region: "eu-west-1",
    });
    expect(rate).toMatchObject({ source: { asOf: "2026-09-10" } });
    expect(requests.map(({ NextToken }) => NextToken)).toEqual([undefined, "1", "2"]);
  });

  test.each<[RegExp, DocumentFacts[]]>([
    [/no ec2-linux m5\.xlarge in eu-west-1/, []],
    [/several/, [{}, { sku: "EEEEFFFFGGGGHHHH" }]],
    [/states no price/, [{ usd: [] }]],
    [/depends on how much/, [{ usd: ["0.2", "0.1"] }]],
    [/per Quantity/, [{ unit: "Quantity" }]],
    [/states 0/, [{ usd: ["0.0000000000"] }]],
    [/could not be read/, [{ usd: ["free"] }]],
  ])("says nothing certain: %s", async (reason, documents) => {
    expect(await told(M5, ...documents)).toEqual(unknown(reason));
  });

  test("is not asked what nobody knows how to ask", async () => {
    const { getProducts, requests } = priceList([]);
    const rates = awsRates({ getProducts });
    const studio: RateQuery = {
      item: "sagemaker-instance",
      name: "Studio-Notebook ml.t3.medium",
      region: "eu-west-1",
    };
    expect(await rates.rate(studio)).toEqual(unknown(/how the AWS Price List calls/));
    expect(await rates.rate({ ...M5, region: "cn-north-1" })).toEqual(
      unknown(/how the AWS Price List calls/),
    );
    expect(requests).toEqual([]);
  });

  test("that does not end is left alone", async () => {
    const getProducts = async (): Promise<ProductsPage> => ({
      PriceList: [makeDocument()],
      NextToken: "more",
    });
    expect(await awsRates({ getProducts }).rate(M5)).toEqual(unknown(/too much/));
  });
});

describe("how the price list is searched", () => {
  test("converts throughput from GiB to MiB", async () => {
    const throughput: DocumentFacts = {
      family: "Provisioned Throughput",
      attributes: { regionCode: "us-east-1", volumeApiName: "gp3", usagetype: "EBS:VolumeP-Throughput.gp3" },
      unit: "GiBps-mo",
      usd: ["40.9600000000"],
    };
    const query: RateQuery = { item: "ebs-throughput", name: "gp3", region: "us-east-1" };
    expect(await told(query, throughput)).toBe("0.04");
  });

  test("tells tiers of IOPS apart", async () => {
    const tier = (usagetype: string, usd: string): DocumentFacts => ({
      family: "System Operation",
      attributes: { regionCode: "us-east-1", volumeApiName: "io2", usagetype },
      unit: "IOPS-Mo",
      usd: [usd],
    });
    const tiers = [
      tier("EBS:VolumeP-IOPS.io2", "0.0650000000"),
      tier("EBS:VolumeP-IOPS.io2.tier2", "0.0455000000"),
      tier("EBS:VolumeP-IOPS.io2.tier3", "0.0318500000"),
    ];
    const of = (name: string): RateQuery => ({ item: "ebs-iops", name, region: "us-east-1" });
    expect(await told(of("io2"), ...tiers)).toBe("0.065");
    expect(await told(of("io2.tier2"), ...tiers)).toBe("0.0455");
    expect(await told(of("io2.tier3"), ...tiers)).toBe("0.03185");
    expect(await told(of("io9"), ...tiers)).toEqual(unknown(/how the AWS Price List calls/));
  });

  test("takes storage of a database for its engine, else for any", async () => {
    const storage = (databaseEngine: string, usd: string): DocumentFacts => ({
      service: "AmazonRDS",
      family: "Database Storage",
      attributes: {
        regionCode: "eu-central-1",
        databaseEngine,
        deploymentOption: "Single-AZ",
        usagetype: "EUC1-RDS:GP3-Storage",
      },
      unit: "GB-Mo",
      usd: [usd],
    });
    const query: RateQuery = { item: "rds-storage", name: "MariaDB Single-AZ gp3", region: "eu-central-1" };
    const all = [
      storage("MariaDB", "0.1370000000"),
      storage("Any", "0.1400000000"),
      storage("Oracle", "0.2"),
    ];
    expect(await told(query, ...all)).toBe("0.137");
    expect(await told(query, ...all.slice(1))).toBe("0.14");
    expect(await told(query, ...all.slice(2))).toEqual(unknown(/no rds-storage/));
  });

  test.each<[RateQuery, DocumentFacts]>([
    [
      { item: "sagemaker-instance", name: "Training ml.g5.xlarge", region: "eu-central-1" },
      {
        service: "AmazonSageMaker",
        family: "ML Instance",
        attributes: { regionCode: "eu-central-1", component: "Training", instanceName: "ml.g5.xlarge" },
      },
    ],
    [
      { item: "sagemaker-storage", name: "Notebook", region: "us-east-1" },
      {
        service: "AmazonSageMaker",
        attributes: {
          regionCode: "us-east-1",
          operation: "CreateVolume-Gp2",
          usagetype: "USE1-Notebk:VolumeUsage.gp2",
        },
        unit: "GB-Mo",
      },
    ],
    [
      { item: "eks-cluster", name: "standard", region: "us-east-1" },
      {
        service: "AmazonEKS",
        attributes: { regionCode: "us-east-1", usagetype: "USE1-AmazonEKS-Hours:perCluster" },
      },
    ],
    [
      { item: "eks-extended-support", name: "standard", region: "us-east-1" },
      {
        service: "AmazonEKS",
        attributes: { regionCode: "us-east-1", usagetype: "USE1-AmazonEKS-Hours:extendedSupport" },
      },
    ],
    [
      { item: "ebs-storage", name: "gp3", region: "eu-west-1" },
      { family: "Storage", attributes: { regionCode: "eu-west-1", volumeApiName: "gp3" }, unit: "GB-Mo" },
    ],
    [
      { item: "rds-instance", name: "PostgreSQL Single-AZ db.t3.micro", region: "us-east-1" },
      {
        service: "AmazonRDS",
        family: "Database Instance",
        attributes: {
          regionCode: "us-east-1",
          databaseEngine: "PostgreSQL",
          deploymentOption: "Single-AZ",
          instanceType: "db.t3.micro",
        },
      },
    ],
  ])("finds %o", async (query, document) => {
    expect(await told(query, document)).toBe("0.214");
  });

  test("knows every item that is charged for", () => {
    const names: Record<string, string> = {
      "ebs-iops": "gp3",
      "sagemaker-instance": "Training ml.g5.xlarge",
      "sagemaker-storage": "Training",
      "rds-storage": "MySQL Multi-AZ gp2",
    };
    for (const item of Object.keys(ITEMS) as (keyof typeof ITEMS)[]) {
      expect(searchFor({ item, name: names[item] ?? "any", region: "us-east-1" }), item).not.toBeNull();
    }
  });
});

describe("what was asked once", () => {
  test("is not asked again for as long as it holds, nor while it is being asked", async () => {
    let at = 0;
    const { getProducts, requests } = priceList([makeDocument()]);
    const rates = awsRates({ getProducts, keep: 1000, now: () => at });
    await Promise.all([rates.rate(M5), rates.rate(M5)]);
    at = 999;
    await rates.rate(M5);
    expect(requests).toHaveLength(1);
    at = 1000;
    await rates.rate(M5);
    expect(requests).toHaveLength(2);
  });

  test("is asked again where the list could not be reached", async () => {
    const { getProducts } = priceList([makeDocument()]);
    let failures = 1;
    const rates = awsRates({
      async getProducts(request) {
        if (failures-- > 0) throw new Error("ENOTFOUND");
        return getProducts(request);
      },
    });
    await expect(rates.rate(M5)).rejects.toThrow("ENOTFOUND");
    expect(await rates.rate(M5)).toMatchObject({ currency: "USD" });
  });
});

test("a resource is priced by it", async () => {
  const book = awsPrices(priceList([makeDocument()]));
  const attributes = { instanceType: "m5.xlarge", tenancy: "default" };
  const price = await book.price({ type: "ec2:instance", region: "eu-west-1", at: 0, attributes });
  expect(isUnknown(price) ? price : formatAmount(price.amount)).toBe("0.214");
});

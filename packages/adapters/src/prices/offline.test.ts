import { formatAmount } from "@tagledger/core/costs/money";
import { type HourlyPrice, isUnknown, type PriceQuery } from "@tagledger/core/spend/price";
import { describe, expect, test } from "vitest";
import { priceTables } from "./offline/all.ts";
import { offlinePrices, offlineRates } from "./offline.ts";

const prices = priceTables.flatMap(({ prices, ...table }) =>
  Object.entries(prices).map(([name, decimal]) => ({ ...table, name, decimal })),
);

async function priceOf(query: Omit<PriceQuery, "at">): Promise<HourlyPrice> {
  const price = await offlinePrices().price({ ...query, at: Date.UTC(2026, 8, 1) });
  if (isUnknown(price)) throw new TypeError(price.unknown);
  return price;
}

describe("each price that comes with Tagledger", () => {
  test("was stated in public, at a time that is known", () => {
    expect(prices.length).toBeGreaterThan(200);
    for (const { name, url, asOf, region } of prices) {
      expect(url, name).toMatch(/^https:\/\/[a-z0-9.-]+\/\S+$/);
      expect(asOf, name).toMatch(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
      expect(region, name).toMatch(/^[a-z]{2}-[a-z]+-\d$/);
    }
  });

  test("is an exact decimal above 0, in dollars", async () => {
    const rates = offlineRates();
    for (const { item, name, region, decimal } of prices) {
      const rate = await rates.rate({ item, name, region });
      if (isUnknown(rate)) throw new TypeError(rate.unknown);
      expect(rate.amount, name).toBeGreaterThan(0n);
      expect(Number(formatAmount(rate.amount)), name).toBe(Number(decimal));
      expect(rate.currency).toBe("USD");
    }
  });

  test("is there once", () => {
    const keys = prices.map(({ item, region, name }) => `${region} ${item} ${name}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("of an instance grows with its size", () => {
    const linux = prices.filter(({ item, region }) => item === "ec2-linux" && region === "us-east-1");
    const byName = new Map(linux.map(({ name, decimal }) => [name, Number(decimal)]));
    // Families in which the price follows the size; in others a size may have fewer accelerators.
    for (const family of [
      "t3",
      "t3a",
      "t4g",
      "m5",
      "m6i",
      "m7i",
      "m7g",
      "c5",
      "c6i",
      "c7i",
      "r5",
      "r6i",
      "r7i",
    ]) {
      const large = byName.get(`${family}.large`);
      for (const count of [2, 4, 8, 12, 16, 24, 32, 48]) {
        const size = byName.get(`${family}.${count}xlarge`);
        if (size !== undefined && large !== undefined)
          expect(size / large, `${family} ${count}`).toBeCloseTo(count * 2, 6);
      }
    }
  });
});

describe("prices without asking anybody", () => {
  test("are known to the last digit", async () => {
    const p4d = { type: "ec2:instance", region: "us-east-1", attributes: { instanceType: "p4d.24xlarge" } };
    expect(formatAmount((await priceOf(p4d)).amount)).toBe("21.957642");
    expect(formatAmount((await priceOf({ ...p4d, region: "us-west-2" })).amount)).toBe("21.95764");
  });

  test("say where they are from", async () => {
    const cluster = { type: "eks:cluster", region: "us-east-1", attributes: { version: "1.31" } };
    const price = await priceOf(cluster);
    expect(formatAmount(price.amount)).toBe("0.6");
    expect(price.sources).toEqual([
      {
        url: expect.stringContaining("AmazonEKS/20260831092157"),
        via: expect.stringContaining("ArdurAI/veer"),
        asOf: "2026-08-31",
      },
    ]);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ["ec2:volume", "us-east-1", { volumeType: "gp3", sizeGiB: "730" }, "0.08"],
    ["ec2:natgateway", "eu-west-1", {}, "0.048"],
    [
      "sagemaker:training-job",
      "us-east-1",
      { instanceType: "ml.g5.xlarge", instanceCount: "2", volumeSizeGiB: "100" },
      "2.816",
    ],
    [
      "sagemaker:processing-job",
      "eu-west-1",
      { instanceType: "ml.m5.xlarge", instanceCount: "1", volumeSizeGiB: "73" },
      "0.268",
    ],
    [
      "rds:db",
      "us-east-1",
      {
        engine: "postgres",
        instanceClass: "db.t3.micro",
        multiAZ: "false",
        storageType: "gp2",
        sizeGiB: "146",
      },
      "0.041",
    ],
  ])("of %s in %s, %o, are %s%s", async (type, region, attributes, expected) => {
    expect(formatAmount((await priceOf({ type, region, attributes })).amount)).toBe(expected);
  });

  test("are unknown, never 0, where none is stated", async () => {
    const unlisted = { type: "ec2:instance", region: "ap-south-1", attributes: { instanceType: "m5.large" } };
    expect(await offlinePrices().price({ ...unlisted, at: 0 })).toEqual({
      unknown: "no price of ec2-linux m5.large in ap-south-1 comes with Tagledger",
    });
  });
});

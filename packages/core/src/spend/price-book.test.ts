import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../costs/money.ts";
import { isUnknown, type PriceQuery } from "./price.ts";
import { priceBook } from "./price-book.ts";
import { fixedRates, makeRate, SOURCE } from "./testing/rates.ts";

const RATES = fixedRates({
  "ec2-linux m5.large": "0.096",
  "ebs-storage gp3": "0.08",
  "ebs-iops gp3": "0.005",
  "ebs-storage gp2": "0.1",
  "sagemaker-instance Notebook ml.t3.medium": "0.055",
  "sagemaker-storage Notebook": "0.154",
  "eks-cluster standard": "0.1",
});

function query(type: string, attributes: PriceQuery["attributes"]): PriceQuery {
  return { type, attributes, region: "eu-west-1", at: Date.UTC(2026, 8, 1) };
}

async function priced(type: string, attributes: PriceQuery["attributes"]) {
  const price = await priceBook(RATES).price(query(type, attributes));
  if (isUnknown(price)) throw new TypeError(price.unknown);
  return price;
}

describe("a price book", () => {
  test("tells an hour's price exactly, and where it is from", async () => {
    expect(await priced("ec2:instance", { instanceType: "m5.large" })).toEqual({
      amount: parseAmount("0.096"),
      stopped: 0n,
      currency: "USD",
      sources: [SOURCE],
      assuming: ["Linux without a licence"],
      until: null,
    });
  });

  test("divides months by 730 hours, rounding the sum once at the 24th place", async () => {
    const gp3 = await priced("ec2:volume", { volumeType: "gp3", sizeGiB: "100", iops: "4000" });
    // (100 × 0.08 + 1000 × 0.005) / 730 = 13 / 730
    expect(formatAmount(gp3.amount)).toBe("0.017808219178082191780822");
    expect(gp3.amount).toBe((2n * parseAmount("13") + 730n) / 1460n);
    const exact = await priced("ec2:volume", { volumeType: "gp2", sizeGiB: "7300" });
    expect(exact.amount).toBe(parseAmount("1"));
  });

  test("charges volumes the same, whether or not something runs", async () => {
    const volume = await priced("ec2:volume", { volumeType: "gp2", sizeGiB: "10" });
    expect(volume.stopped).toBe(volume.amount);
  });

  test("leaves a stopped notebook its storage", async () => {
    const notebook = await priced("sagemaker:notebook-instance", { instanceType: "ml.t3.medium" });
    const storage = (2n * 5n * parseAmount("0.154") + 730n) / 1460n;
    expect(notebook.stopped).toBe(storage);
    expect(notebook.amount).toBe(parseAmount("0.055") + storage);
  });

  test("says when a price will change", async () => {
    expect((await priced("eks:cluster", { version: "1.35" })).until).toBe(Date.UTC(2027, 2, 27));
  });

  test("knows nothing where it does not know a part", async () => {
    const volume = query("ec2:volume", { volumeType: "gp3", sizeGiB: "100", throughput: "500" });
    expect(await priceBook(RATES).price(volume)).toEqual({ unknown: "no price of ebs-throughput gp3" });
  });

  test("knows nothing without a region or a rule", async () => {
    const book = priceBook(RATES);
    const instance = query("ec2:instance", { instanceType: "m5.large" });
    expect(await book.price({ ...instance, region: null })).toEqual({
      unknown: expect.stringMatching(/region/),
    });
    expect(await book.price({ ...instance, type: "ec2:vpc" })).toEqual({ unknown: expect.any(String) });
  });

  test("adds up no currencies", async () => {
    const mixed = priceBook({
      rate: async ({ item }) => makeRate("1", item === "ebs-storage" ? "USD" : "CNY"),
    });
    const volume = query("ec2:volume", { volumeType: "io1", sizeGiB: "100", iops: "500" });
    expect(await mixed.price(volume)).toEqual({ unknown: expect.stringMatching(/currencies/) });
  });
});

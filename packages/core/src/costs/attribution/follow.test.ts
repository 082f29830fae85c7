import { describe, expect, test } from "vitest";
import { attributed, chargesOf, configOf, type Line, placed } from "../testing/attribution.ts";

const CONFIG = `dimensions: { team: t, project: p }
tags: { t: { values: [vision, nlp, infra] } }
scope: { accounts: ["1", "2", "3", "4"] }
policies: { tax: follow, credit: follow, discount: follow, refund: { team: infra }, support: { pool: support } }
pools:
  - { name: eks, match: { service: eks }, method: even }
  - { name: support, method: proportional, order: last }`;

/** What counts where once followers are divided. */
async function divided(lines: readonly Line[], currency = "USD"): Promise<Record<string, string>> {
  const config = configOf(CONFIG);
  return placed(await attributed(config, chargesOf(config, lines), { currency }));
}

const vision = (line: Line): Line => ({ account: "1", service: "AmazonEC2", tags: { t: "vision" }, ...line });
const nlp = (line: Line): Line => ({ account: "1", service: "AmazonEC2", tags: { t: "nlp" }, ...line });
const tax = (line: Line): Line => ({ account: "1", service: "AmazonEC2", lineItemType: "Tax", ...line });

describe("a charge that follows", () => {
  test("follows its resource first", async () => {
    expect(
      await divided([
        vision({ resource: "i-1", amount: "10" }),
        nlp({ resource: "i-2", amount: "30" }),
        tax({ resource: "i-1", amount: "2" }),
      ]),
    ).toEqual({ vision: "12", nlp: "30" });
  });

  test("follows its account and service where its resource has no cost", async () => {
    expect(
      await divided([
        vision({ resource: "i-1", amount: "10" }),
        nlp({ resource: "i-2", amount: "30" }),
        nlp({ service: "AmazonS3", amount: "100" }),
        vision({ account: "2", amount: "100" }),
        tax({ resource: "i-3", amount: "4" }),
      ]),
    ).toEqual({ vision: "111", nlp: "133" });
  });

  test("follows its account where its service there has no cost", async () => {
    expect(
      await divided([
        vision({ service: "AmazonS3", amount: "10" }),
        nlp({ service: "AmazonEKS", tags: {}, amount: "30" }),
        vision({ account: "2", amount: "100" }),
        tax({ amount: "4" }),
      ]),
    ).toEqual({ vision: "111", "pool eks": "33" });
  });

  test("follows the whole bill where its account has no cost", async () => {
    expect(
      await divided([
        vision({ amount: "10" }),
        nlp({ account: "2", amount: "30" }),
        tax({ account: "3", amount: "4" }),
      ]),
    ).toEqual({ vision: "11", nlp: "33" });
  });

  test("is ordinary where there is nothing to follow", async () => {
    expect(
      await divided([
        tax({ tags: { t: "vision" }, amount: "3" }),
        tax({ service: "AmazonEKS", amount: "4" }),
        tax({ account: "2", tags: { t: "bogus" }, amount: "5" }),
        tax({ account: "3", amount: "6" }),
      ]),
    ).toEqual({ vision: "3", "pool eks": "4", "invalid-team bogus": "5", "no-team": "6" });
  });

  test("counts wherever what it follows counts", async () => {
    expect(
      await divided([
        vision({ tags: { t: "vision", p: "churn" }, amount: "10" }),
        vision({ service: "AmazonEKS", tags: {}, amount: "20" }),
        vision({ tags: { t: "bogus" }, amount: "30" }),
        vision({ tags: {}, amount: "40" }),
        tax({ service: "AmazonS3", amount: "100" }),
      ]),
    ).toEqual({ "vision/churn": "20", "pool eks": "40", "invalid-team bogus": "60", "no-team": "80" });
  });

  test("does not follow what policies place, nor what is out of scope", async () => {
    expect(
      await divided([
        vision({ amount: "1" }),
        vision({ lineItemType: "Refund", amount: "1000" }),
        vision({ service: "AWSSupportBusiness", amount: "1000" }),
        vision({ lineItemType: "Credit", amount: "0" }),
        nlp({ account: "9", amount: "1000" }),
        tax({ account: "3", amount: "5" }),
      ]),
    ).toEqual({ vision: "6", infra: "1000", "pool support": "1000", excluded: "1000" });
  });

  test("is left out itself where it is out of scope", async () => {
    expect(await divided([vision({ amount: "1" }), tax({ account: "9", amount: "5" })])).toEqual({
      vision: "1",
      excluded: "5",
    });
  });

  test("takes lines below zero for nothing, one by one", async () => {
    expect(
      await divided([
        vision({ amount: "10" }),
        vision({ amount: "-9" }),
        nlp({ amount: "10" }),
        nlp({ account: "2", amount: "-1" }),
        tax({ amount: "4" }),
        tax({ account: "2", amount: "6" }),
      ]),
    ).toEqual({ vision: "6", nlp: "14" });
  });

  test("below zero is divided as above it, mirrored", async () => {
    const credit = (amount: string) => ({ account: "1", lineItemType: "Credit", amount });
    const base = [vision({ amount: "1" }), nlp({ amount: "2" })];
    expect(await divided([...base, credit("-100")])).toEqual({ vision: "-32.33", nlp: "-64.67" });
    expect(await divided([...base, credit("100")])).toEqual({ vision: "34.33", nlp: "68.67" });
  });
});

describe("lines that follow", () => {
  const bases = [vision({ amount: "1" }), nlp({ amount: "2" })];

  test("are summed per kind and level and rounded once", async () => {
    expect(await divided([...bases, ...Array.from({ length: 10 }, () => tax({ amount: "0.01" }))])).toEqual({
      vision: "1.03",
      nlp: "2.07",
    });
  });

  test("of different kinds, or at different levels, are rounded each on its own", async () => {
    const third = { amount: "0.01", account: "1", service: "AmazonEC2" };
    expect(
      await divided([...bases, { ...third, lineItemType: "Credit" }, { ...third, lineItemType: "Tax" }]),
    ).toEqual({ vision: "1", nlp: "2.02" });
    expect(await divided([...bases, tax({ amount: "0.01" }), tax({ service: "", amount: "0.01" })])).toEqual({
      vision: "1",
      nlp: "2.02",
    });
  });

  test("are summed though they would count apart if they were ordinary", async () => {
    expect(
      await divided([
        ...bases,
        tax({ tags: { t: "vision" }, amount: "0.05" }),
        tax({ tags: { t: "infra" }, amount: "0.05" }),
      ]),
    ).toEqual({ vision: "1.03", nlp: "2.07" });
  });

  test("are divided as finely as their sum, by whole coins of the currency", async () => {
    expect(await divided([...bases, tax({ amount: "0.001" }), tax({ amount: "0.009" })])).toEqual({
      vision: "1",
      nlp: "2.01",
    });
    expect(await divided([...bases, tax({ amount: "0.0100001" })])).toEqual({
      vision: "1.0033334",
      nlp: "2.0066667",
    });
    expect(await divided([...bases, tax({ amount: "10" })], "JPY")).toEqual({ vision: "4", nlp: "9" });
  });
});

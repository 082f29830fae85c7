import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { curLine, focusLine, renamed, slashed, without } from "../testing/lines.ts";
import { readBill, totalOf, totalsByTag } from "../testing/read.ts";
import { writeCsv, writeParquet } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "formats-"));
});
afterEach(() => rm(folder, { recursive: true }));

const COSTS = ["BilledCost", "EffectiveCost", "ContractedCost", "ListCost"];

describe("FOCUS", () => {
  const version12 = [focusLine(), focusLine({ BilledCost: "0.5", EffectiveCost: "-0.25", Tags: "" })];
  const version11 = version12.map((line) => without(line, "InvoiceId"));
  const version10 = version11.map((line) => without(line, "SkuMeter"));
  const version13 = version12.map((line) => ({
    ...without(line, "ProviderName", "PublisherName"),
    ServiceProviderName: "AWS",
    HostProviderName: "AWS",
  }));

  it.each([
    ["1.0", version10],
    ["1.1", version11],
    ["1.2", version12],
    ["1.3", version13],
  ])("%s is read from CSV, gzipped CSV and Parquet alike", async (_, lines) => {
    const types = Object.fromEntries(COSTS.map((name) => [name, "DOUBLE"]));
    const paths = [
      await writeCsv(at("bill.csv"), lines),
      await writeCsv(at("bill.csv.gz"), lines),
      await writeParquet(at("bill.parquet"), lines, {
        ...types,
        BillingPeriodStart: "TIMESTAMP",
        ChargePeriodStart: "TIMESTAMP",
      }),
    ];
    const [first, ...others] = await Promise.all(paths.map((path) => readBill(path)));
    expect(first?.groups).toMatchObject([
      { tags: [""] },
      {
        account: "444455556666",
        region: "eu-central-1",
        serviceName: "Amazon Elastic Compute Cloud",
        lineItemType: "Usage",
        resource: "i-0123456789abcdef0",
        issuer: "AWS",
        tags: ["vision"],
      },
    ]);
    for (const other of others) expect(other.groups).toEqual(first?.groups);
    expect(await totalOf(paths[0] ?? "")).toBe("8.75");
    expect(await totalOf(paths[0] ?? "", { basis: "billed" })).toBe("10.5");
  });

  it("finds its columns in any order and spelling", async () => {
    const snake = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
    const spellings = [
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase(),
      snake,
      (name: string) => ` ${name} `,
    ];
    for (const [index, spell] of spellings.entries()) {
      const lines = version12.map((line) =>
        renamed(Object.fromEntries(Object.entries(line).reverse()), spell),
      );
      const path = await writeCsv(at(`bill-${index}.csv`), lines);
      expect(await totalsByTag(path)).toEqual({ vision: "9", "": "-0.25" });
    }
  });

  it("prefers the provider's codes where it adds them", async () => {
    const line = focusLine({ x_ServiceCode: "AmazonEC2", x_UsageType: "EUC1-BoxUsage:m5.large" });
    const { groups } = await readBill(await writeCsv(at("bill.csv"), [line]));
    expect(groups).toMatchObject([{ service: "AmazonEC2", usageType: "EUC1-BoxUsage:m5.large" }]);
  });

  it("keeps what a correction corrects, and tells unused commitment from usage", async () => {
    const lines = [
      focusLine({ ChargeCategory: "Credit", ChargeClass: "Correction" }),
      focusLine({ CommitmentDiscountStatus: "Unused" }),
    ];
    const { contents } = await readBill(await writeCsv(at("bill.csv"), lines));
    expect(contents).toContainEqual(
      expect.objectContaining({ lineItemType: "Credit", unusedCommitment: false }),
    );
    expect(contents).toContainEqual(
      expect.objectContaining({ lineItemType: "Usage", unusedCommitment: true }),
    );
  });

  it("tells the type of the commitment that covered usage, not that of one that nobody used", async () => {
    const lines = [
      focusLine({ CommitmentDiscountStatus: "Used", CommitmentDiscountType: "Savings Plan" }),
      focusLine({ CommitmentDiscountStatus: "Used", CommitmentDiscountType: "" }),
      focusLine({ CommitmentDiscountStatus: "Unused", CommitmentDiscountType: "Savings Plan" }),
      focusLine({ CommitmentDiscountStatus: "", CommitmentDiscountType: "Savings Plan" }),
    ];
    const { groups } = await readBill(await writeCsv(at("bill.csv"), lines));
    const told = groups.map(({ commitment = "", unusedCommitment }) => [commitment, unusedCommitment]);
    expect(told.toSorted()).toEqual([
      ["", false],
      ["", true],
      ["Commitment", false],
      ["Savings Plan", false],
    ]);
  });

  it("names the provider where no issuer is named", async () => {
    const line = without(focusLine({ InvoiceIssuerName: "", ServiceProviderName: "Amazon" }), "ProviderName");
    const { groups } = await readBill(await writeCsv(at("bill.csv"), [line]));
    expect(groups).toMatchObject([{ issuer: "Amazon" }]);
  });
});

describe("CUR", () => {
  const lines = [
    curLine(),
    curLine({ line_item_unblended_cost: "0.000000000000000000001", resource_tags_user_ml_team: "" }),
  ];
  const expected = { vision: "10", "": "0.000000000000000000001" };

  it("is read with slash names and with underscore names", async () => {
    expect(await totalsByTag(await writeCsv(at("slash.csv"), lines.map(slashed)))).toEqual(expected);
    expect(await totalsByTag(await writeCsv(at("slash.csv.gz"), lines.map(slashed)))).toEqual(expected);
    expect(await totalsByTag(await writeCsv(at("underscore.csv"), lines))).toEqual(expected);
    const shouted = lines.map((line) => renamed(line, (name) => name.toUpperCase()));
    expect(await totalsByTag(await writeCsv(at("upper.csv"), shouted))).toEqual(expected);
  });

  it("is read from legacy Parquet, whose tags are columns", async () => {
    const path = await writeParquet(at("bill.parquet"), lines, {
      line_item_unblended_cost: "DOUBLE",
      bill_billing_period_start_date: "TIMESTAMP",
      line_item_usage_start_date: "TIMESTAMP",
    });
    expect(await totalsByTag(path)).toEqual(expected);
  });

  it.each(["resource_tags", "tags"])("2.0 is read with a column %s", async (column) => {
    const version2 = lines.map((line) => without(line, "resource_tags_user_ml_team", "product_product_name"));
    const asMap = version2.map((line, index) => ({
      ...line,
      [column]: index === 0 ? "{user_ml_team=vision, accountTag/ml-team=other}" : "",
      product: "{product_name=Elastic Compute, region=eu-central-1}",
    }));
    const asJson = version2.map((line, index) => ({
      ...line,
      [column]: index === 0 ? '{"user_ml_team":"vision","accountTag/ml-team":"other"}' : "",
      product: '{"product_name":"Elastic Compute","region":"eu-central-1"}',
    }));
    const map = "MAP(VARCHAR, VARCHAR)";
    const parquet = await writeParquet(at("bill.snappy.parquet"), asMap, {
      [column]: map,
      product: map,
      line_item_unblended_cost: "DOUBLE",
    });
    const { groups } = await readBill(parquet);
    expect(groups).toMatchObject([
      { tags: [""] },
      { region: "eu-central-1", service: "AmazonEC2", serviceName: "Elastic Compute", tags: ["vision"] },
    ]);
    expect((await readBill(await writeCsv(at("bill.csv.gz"), asJson))).groups).toEqual(groups);
  });

  it("finds the region in whichever column holds it", async () => {
    const line = { ...curLine({ product_region_code: "" }), product_region: "eu-west-1" };
    const { groups } = await readBill(await writeCsv(at("bill.csv"), [line]));
    expect(groups).toMatchObject([{ region: "eu-west-1" }]);
  });

  it("leaves out the lines of split cost allocation, whose cost their parents have", async () => {
    const split = [
      curLine({ line_item_operation: "EKSPod-EC2" }),
      curLine({ line_item_operation: "ECSTask-EC2" }),
      curLine({ split_line_item_parent_resource_id: "i-0123456789abcdef0" }),
    ];
    expect(await totalOf(await writeCsv(at("bill.csv"), [curLine(), ...split]))).toBe("10");
  });

  it("keeps account numbers whole where a table kept them as numbers", async () => {
    const line = curLine({ line_item_usage_account_id: "12345678", bill_payer_account_id: "9999999999999" });
    for (const type of ["BIGINT", "DOUBLE"]) {
      const types = { line_item_usage_account_id: type, bill_payer_account_id: type };
      const { groups } = await readBill(await writeParquet(at("bill.parquet"), [line], types));
      expect(groups).toMatchObject([{ account: "000012345678" }]);
    }
  });
});

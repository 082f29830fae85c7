import { describe, expect, test } from "vitest";
import { makeFacts } from "../testing/make-charge.ts";
import { kindOf } from "./kind.ts";

describe("the kind of a charge", () => {
  test.each([
    ["Tax", "tax"],
    ["tax", "tax"],
    ["Credit", "credit"],
    ["Refund", "refund"],
    ["Correction", undefined],
    ["Adjustment", "refund"],
    ["Discount", "discount"],
    ["EdpDiscount", "discount"],
    ["PrivateRateDiscount", "discount"],
    ["BundledDiscount", "discount"],
    ["SppDiscount", "discount"],
  ])("of line item type %s is %s", (lineItemType, kind) => {
    expect(kindOf(makeFacts({ lineItemType }))).toBe(kind);
  });

  test.each([
    ...[
      "Usage",
      "DiscountedUsage",
      "SavingsPlanCoveredUsage",
      "SavingsPlanNegation",
      "SavingsPlanRecurringFee",
    ],
    ...["SavingsPlanUpfrontFee", "RIFee", "Fee", "Purchase", "", "constructor"],
  ])("of line item type %j alone is none", (lineItemType) => {
    expect(kindOf(makeFacts({ lineItemType }))).toBeUndefined();
  });

  test("is support for every plan, by code or name", () => {
    expect(kindOf(makeFacts({ lineItemType: "Fee", service: "AWSSupportEnterprise" }))).toBe("support");
    expect(kindOf(makeFacts({ service: "AWSDeveloperSupport" }))).toBe("support");
    expect(kindOf(makeFacts({ serviceName: "AWS Support (Business)" }))).toBe("support");
  });

  test("is unused commitment where the bill says so", () => {
    expect(kindOf(makeFacts({ lineItemType: "RIFee", unusedCommitment: true }))).toBe("unusedCommitment");
  });

  test("goes by the line item type, then support, then unused commitment", () => {
    const support = { service: "AWSSupportBusiness", unusedCommitment: true };
    expect(kindOf(makeFacts({ ...support, lineItemType: "Tax" }))).toBe("tax");
    expect(kindOf(makeFacts({ ...support, lineItemType: "Usage" }))).toBe("support");
  });
});

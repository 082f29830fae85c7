import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BASES } from "@tagledger/core/costs/charge";
import { formatAmount } from "@tagledger/core/costs/money";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { curLine, focusLine, type Line, without } from "../testing/lines.ts";
import { readBill, totalOf } from "../testing/read.ts";
import { writeCsv, writeParquet } from "../testing/write.ts";

vi.setConfig({ testTimeout: 30_000 });

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "bases-"));
});
afterEach(() => rm(folder, { recursive: true }));

const COMMITMENT = {
  reservation_effective_cost: "0",
  reservation_unused_amortized_upfront_fee_for_billing_period: "0",
  reservation_unused_recurring_fee: "0",
  savings_plan_savings_plan_effective_cost: "0",
  savings_plan_total_commitment_to_date: "0",
  savings_plan_used_commitment: "0",
  pricing_public_on_demand_cost: "0",
};

/** A line of a type in a bill with commitments. */
function typed(type: string, unblended: string, columns: Line = {}): Line {
  return curLine({
    ...COMMITMENT,
    line_item_line_item_type: type,
    line_item_unblended_cost: unblended,
    ...columns,
  });
}

const reservation = {
  reservation_reservation_arn: "arn:aws:ec2:eu-central-1:111122223333:reserved-instances/r1",
};
const refunded = { line_item_line_item_description: "Refund for one-time fee for Savings Plan ID: sp-1" };

/** Each line and its cost on each of the bases, in their order. */
const LINES: readonly (readonly [
  what: string,
  line: Line,
  costs: readonly [string, string, string, string],
])[] = [
  ["usage", typed("Usage", "7.5", { pricing_public_on_demand_cost: "8" }), ["7.5", "7.5", "7.5", "8"]],
  [
    "usage that a reservation covers",
    typed("DiscountedUsage", "0", {
      ...reservation,
      reservation_effective_cost: "4.25",
      pricing_public_on_demand_cost: "9",
    }),
    ["4.25", "0", "9", "9"],
  ],
  [
    "a reservation's fee, of which a part went unused",
    typed("RIFee", "30", {
      ...reservation,
      reservation_unused_amortized_upfront_fee_for_billing_period: "1.5",
      reservation_unused_recurring_fee: "2.25",
    }),
    ["3.75", "30", "0", "0"],
  ],
  ["a reservation paid upfront", typed("Fee", "500", reservation), ["0", "500", "0", "0"]],
  [
    "usage that a Savings Plan covers",
    typed("SavingsPlanCoveredUsage", "20", {
      savings_plan_savings_plan_effective_cost: "12.5",
      pricing_public_on_demand_cost: "21",
    }),
    ["12.5", "20", "20", "21"],
  ],
  ["what a Savings Plan takes off again", typed("SavingsPlanNegation", "-20"), ["0", "-20", "0", "0"]],
  [
    "a Savings Plan's fee, of which a part went unused",
    typed("SavingsPlanRecurringFee", "16", {
      line_item_product_code: "ComputeSavingsPlans",
      savings_plan_total_commitment_to_date: "16",
      savings_plan_used_commitment: "12.5",
    }),
    ["3.5", "16", "0", "0"],
  ],
  [
    "a Savings Plan paid upfront",
    typed("SavingsPlanUpfrontFee", "1000", { line_item_product_code: "ComputeSavingsPlans" }),
    ["0", "1000", "0", "0"],
  ],
  [
    "the refund of a Savings Plan paid upfront",
    typed("Refund", "-1000", { line_item_product_code: "ComputeSavingsPlans", ...refunded }),
    ["0", "-1000", "0", "0"],
  ],
  ["a refund of usage", typed("Refund", "-1.25"), ["-1.25", "-1.25", "-1.25", "-1.25"]],
  ["a credit", typed("Credit", "-3"), ["-3", "-3", "-3", "-3"]],
  ["tax", typed("Tax", "4.2"), ["4.2", "4.2", "4.2", "4.2"]],
  ["a support plan's fee", typed("Fee", "100"), ["100", "100", "100", "100"]],
  ["an enterprise discount", typed("EdpDiscount", "-2.5"), ["-2.5", "-2.5", "-2.5", "0"]],
  ["a private rate discount", typed("PrivateRateDiscount", "-0.75"), ["-0.75", "-0.75", "-0.75", "0"]],
  ["a bundled discount", typed("BundledDiscount", "-0.5"), ["-0.5", "-0.5", "-0.5", "0"]],
];

describe("the lines of a CUR", () => {
  const lines = LINES.map(([what, line]) => ({ ...line, line_item_resource_id: what }));

  it.each(BASES)("have their %s cost", async (basis) => {
    const { groups } = await readBill(await writeCsv(at("bill.csv"), lines), { basis });
    const found = groups.map(({ resource, amount, billed }) => [
      resource,
      formatAmount(amount),
      formatAmount(billed),
    ]);
    const expected = LINES.map(([what, , costs]) => [what, costs[BASES.indexOf(basis)], costs[1]]);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("are unused commitment where they are a commitment's fees", async () => {
    const { contents } = await readBill(await writeCsv(at("bill.csv"), lines));
    const unused = contents.filter(({ unusedCommitment }) => unusedCommitment);
    expect(unused.map(({ lineItemType }) => lineItemType).sort()).toEqual([
      "RIFee",
      "SavingsPlanRecurringFee",
    ]);
  });
});

describe("a CUR with columns net of discounts", () => {
  const net = (line: Line, columns: Line): Line => ({ ...line, ...columns });
  const lines = [
    net(typed("Usage", "10"), { line_item_net_unblended_cost: "8" }),
    net(typed("DiscountedUsage", "0", { reservation_effective_cost: "4" }), {
      line_item_net_unblended_cost: "0",
      reservation_net_effective_cost: "3",
    }),
    net(typed("SavingsPlanCoveredUsage", "20", { savings_plan_savings_plan_effective_cost: "12" }), {
      line_item_net_unblended_cost: "16",
      savings_plan_net_savings_plan_effective_cost: "9.5",
    }),
    net(typed("SavingsPlanNegation", "-20"), { line_item_net_unblended_cost: "-16" }),
    net(typed("RIFee", "30", { reservation_unused_recurring_fee: "2" }), {
      line_item_net_unblended_cost: "25",
      reservation_net_unused_recurring_fee: "1.5",
    }),
    net(typed("Tax", "4"), { line_item_net_unblended_cost: "" }),
    net(typed("EdpDiscount", "-2"), { line_item_net_unblended_cost: "-2" }),
  ];

  it("takes them for effective cost, and no rows of discounts besides", async () => {
    const path = await writeCsv(at("bill.csv"), lines);
    // 8 + 3 + 9.5 + 0 + 1.5 + 4 + 0
    expect(await totalOf(path)).toBe("26");
    expect(await totalOf(path, { basis: "billed" })).toBe("42");
    const { groups } = await readBill(path);
    expect(formatAmount(groups.reduce((total, { billed }) => total + billed, 0n))).toBe("42");
  });

  it("takes the plain ones where the net ones are empty", async () => {
    const empty = lines.map((line) => ({
      ...line,
      line_item_net_unblended_cost: "",
      reservation_net_effective_cost: "",
      savings_plan_net_savings_plan_effective_cost: "",
      reservation_net_unused_recurring_fee: "",
    }));
    // 10 + 4 + 12 + 0 + 2 + 4 - 2
    expect(await totalOf(await writeCsv(at("bill.csv"), empty))).toBe("30");
    expect(await totalOf(await writeParquet(at("bill.parquet"), empty))).toBe("30");
  });

  it("decides so for each payer and period", async () => {
    const other = { bill_payer_account_id: "999900001111" };
    const august = {
      bill_billing_period_start_date: "2026-08-01T00:00:00Z",
      line_item_usage_start_date: "2026-08-01T00:00:00Z",
    };
    const plain = [typed("Usage", "100"), typed("EdpDiscount", "-15")];
    const path = await writeCsv(at("bill.csv"), [
      ...lines,
      ...plain.map((line) => ({ ...line, ...other })),
      ...plain.map((line) => ({ ...line, ...august })),
    ]);
    expect(await totalOf(path)).toBe("111");
    expect(await totalOf(path, { period: "2026-08" })).toBe("85");
  });
});

describe("a column that a basis needs", () => {
  it("is named where a CUR lacks it", async () => {
    const path = await writeCsv(at("bill.csv"), [without(curLine(), "line_item_unblended_cost")]);
    await expect(totalOf(path)).rejects.toThrow(
      `${path}: this CUR bill lacks the column line_item_unblended_cost`,
    );
  });

  it("is named where a FOCUS bill lacks it", async () => {
    const path = await writeCsv(at("bill.csv"), [without(focusLine(), "ListCost", "BilledCost")]);
    await expect(totalOf(path, { basis: "list" })).rejects.toThrow("lacks the columns BilledCost, ListCost");
    await expect(totalOf(path, { basis: "effective" })).rejects.toThrow("lacks the column BilledCost");
  });

  it.each([
    ["effective", "SavingsPlanCoveredUsage", "savings_plan_savings_plan_effective_cost"],
    ["effective", "SavingsPlanRecurringFee", "savings_plan_used_commitment"],
    ["effective", "DiscountedUsage", "reservation_effective_cost"],
    ["effective", "RIFee", "reservation_unused_recurring_fee"],
    ["contracted", "DiscountedUsage", "pricing_public_on_demand_cost"],
    ["list", "Usage", "pricing_public_on_demand_cost"],
  ] as const)("may be missing on the %s basis unless there are lines of %s", async (basis, type, column) => {
    const lines = [typed("Tax", "1"), typed(type, "2")].map((line) => without(line, column));
    const path = await writeCsv(at("bill.csv"), lines);
    await expect(totalOf(path, { basis })).rejects.toThrow(
      `lacks the column ${column}, which the ${basis} basis of its ${type} lines needs`,
    );
    expect(await totalOf(await writeCsv(path, lines.slice(0, 1)), { basis })).toBe("1");
  });
});

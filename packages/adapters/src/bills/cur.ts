import type { Basis } from "@tagledger/core/costs/charge";
import type { BillFormat } from "./format.ts";

const USED: Readonly<Record<Basis, readonly string[]>> = {
  billed: ["unblended"],
  effective: [
    "unblended",
    "savings_plan_effective",
    "savings_plan_commitment",
    "savings_plan_used",
    "reservation_effective",
    "reservation_unused_upfront",
    "reservation_unused_recurring",
    "net_unblended",
    "net_savings_plan_effective",
    "net_reservation_effective",
    "net_reservation_unused_upfront",
    "net_reservation_unused_recurring",
  ],
  contracted: ["unblended", "public_on_demand"],
  list: ["unblended", "public_on_demand"],
};

const NEEDED: Readonly<Record<Basis, Readonly<Record<string, readonly string[]>>>> = {
  billed: {},
  effective: {
    SavingsPlanCoveredUsage: ["savings_plan_effective"],
    SavingsPlanRecurringFee: ["savings_plan_commitment", "savings_plan_used"],
    DiscountedUsage: ["reservation_effective"],
    RIFee: ["reservation_unused_upfront", "reservation_unused_recurring"],
  },
  contracted: { DiscountedUsage: ["public_on_demand"] },
  list: { Usage: ["public_on_demand"], DiscountedUsage: ["public_on_demand"] },
};

/** AWS Cost and Usage Reports: legacy ones, as CSV and Parquet, and CUR 2.0. */
export const cur: BillFormat = {
  name: "CUR",
  sql: "cur.sql",
  signature: [
    "identity_line_item_id",
    "bill_payer_account_id",
    "bill_billing_period_start_date",
    "line_item_usage_account_id",
    "line_item_line_item_type",
    "line_item_product_code",
    "line_item_unblended_cost",
  ],
  texts: [
    { name: "line_id", from: ["identity_line_item_id"] },
    { name: "time_interval", from: ["identity_time_interval"] },
    { name: "payer", from: ["bill_payer_account_id"], digits: 12 },
    { name: "account", from: ["line_item_usage_account_id"], digits: 12 },
    {
      name: "region_code",
      from: ["product_region_code"],
      orIn: { map: "product", keys: ["region_code", "region"] },
    },
    { name: "region_name", from: ["product_region"] },
    { name: "service", from: ["line_item_product_code"] },
    {
      name: "service_name",
      from: ["product_product_name", "product_servicename"],
      orIn: { map: "product", keys: ["product_name", "servicename"] },
    },
    { name: "usage_type", from: ["line_item_usage_type"] },
    { name: "operation", from: ["line_item_operation"] },
    { name: "line_item_type", from: ["line_item_line_item_type"] },
    { name: "description", from: ["line_item_line_item_description"], of: ["Refund"] },
    { name: "resource", from: ["line_item_resource_id"] },
    { name: "principal", from: ["line_item_iam_principal"] },
    { name: "invoice", from: ["bill_invoice_id"] },
    { name: "issuer", from: ["bill_invoicing_entity", "line_item_legal_entity", "bill_billing_entity"] },
    { name: "currency", from: ["line_item_currency_code"] },
    { name: "reservation", from: ["reservation_reservation_arn"], of: ["Fee"] },
    { name: "split_parent", from: ["split_line_item_parent_resource_id"] },
  ],
  times: [
    { name: "period_start", from: ["bill_billing_period_start_date"] },
    { name: "usage_start", from: ["line_item_usage_start_date"] },
  ],
  amounts: [
    { name: "unblended", from: ["line_item_unblended_cost"] },
    { name: "net_unblended", from: ["line_item_net_unblended_cost"] },
    {
      name: "public_on_demand",
      from: ["pricing_public_on_demand_cost"],
      of: ["Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"],
    },
    {
      name: "savings_plan_effective",
      from: ["savings_plan_savings_plan_effective_cost"],
      of: ["SavingsPlanCoveredUsage"],
    },
    {
      name: "net_savings_plan_effective",
      from: ["savings_plan_net_savings_plan_effective_cost"],
      of: ["SavingsPlanCoveredUsage"],
    },
    {
      name: "savings_plan_commitment",
      from: ["savings_plan_total_commitment_to_date"],
      of: ["SavingsPlanRecurringFee"],
    },
    { name: "savings_plan_used", from: ["savings_plan_used_commitment"], of: ["SavingsPlanRecurringFee"] },
    { name: "reservation_effective", from: ["reservation_effective_cost"], of: ["DiscountedUsage"] },
    { name: "net_reservation_effective", from: ["reservation_net_effective_cost"], of: ["DiscountedUsage"] },
    {
      name: "reservation_unused_upfront",
      from: ["reservation_unused_amortized_upfront_fee_for_billing_period"],
      of: ["RIFee"],
    },
    {
      name: "net_reservation_unused_upfront",
      from: ["reservation_net_unused_amortized_upfront_fee_for_billing_period"],
      of: ["RIFee"],
    },
    { name: "reservation_unused_recurring", from: ["reservation_unused_recurring_fee"], of: ["RIFee"] },
    {
      name: "net_reservation_unused_recurring",
      from: ["reservation_net_unused_recurring_fee"],
      of: ["RIFee"],
    },
  ],
  required: (basis) => (basis === "billed" ? ["unblended"] : ["unblended", "line_item_type"]),
  used: (basis) => USED[basis],
  neededByType: (basis) => NEEDED[basis],
  leftOut: [
    { column: "operation", texts: ["EKSPod-EC2", "ECSTask-EC2"] },
    { column: "split_parent", texts: "any" },
  ],
  tellsAbsent: [
    "public_on_demand",
    "savings_plan_commitment",
    "net_unblended",
    "net_savings_plan_effective",
    "net_reservation_effective",
    "net_reservation_unused_upfront",
    "net_reservation_unused_recurring",
  ],
  combined: [
    { first: "savings_plan_commitment", second: "savings_plan_used", less: true },
    { first: "reservation_unused_upfront", second: "reservation_unused_recurring" },
    { first: "net_reservation_unused_upfront", second: "net_reservation_unused_recurring" },
  ],
  tagColumns: /^resource_?tags[/_]/i,
  tagMaps: ["resource_tags", "tags"],
};

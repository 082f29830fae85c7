import type { Basis } from "@tagledger/core/costs/charge";
import type { BillFormat } from "./format.ts";

/** The FinOps Open Cost and Usage Specification, 1.0 to 1.3, from any provider. */
export const focus: BillFormat = {
  name: "FOCUS",
  sql: "focus.sql",
  signature: [
    "BilledCost",
    "EffectiveCost",
    "BillingAccountId",
    "BillingPeriodStart",
    "ChargeCategory",
    "ChargePeriodStart",
    "BillingCurrency",
  ],
  texts: [
    { name: "payer", from: ["BillingAccountId"], digits: 12 },
    { name: "account", from: ["SubAccountId", "BillingAccountId"], digits: 12 },
    { name: "region", from: ["RegionId", "Region"] },
    { name: "service_code", from: ["x_ServiceCode"] },
    { name: "service_name", from: ["ServiceName"] },
    { name: "usage_type", from: ["x_UsageType", "SkuMeter"] },
    { name: "charge_category", from: ["ChargeCategory"] },
    { name: "commitment_status", from: ["CommitmentDiscountStatus"] },
    { name: "commitment_type", from: ["CommitmentDiscountType"] },
    { name: "resource", from: ["ResourceId"] },
    { name: "sku", from: ["SkuPriceId", "SkuId"] },
    { name: "invoice", from: ["InvoiceId"] },
    { name: "invoice_issuer", from: ["InvoiceIssuerName", "InvoiceIssuer"] },
    // ServiceProviderName took the place of ProviderName in 1.3.
    { name: "provider", from: ["ServiceProviderName", "ProviderName", "Provider"] },
    { name: "currency", from: ["BillingCurrency"] },
  ],
  times: [
    { name: "period_start", from: ["BillingPeriodStart"] },
    { name: "usage_start", from: ["ChargePeriodStart"] },
  ],
  amounts: [
    { name: "billed_cost", from: ["BilledCost"] },
    { name: "effective_cost", from: ["EffectiveCost"] },
    { name: "contracted_cost", from: ["ContractedCost"] },
    { name: "list_cost", from: ["ListCost"] },
  ],
  required: (basis) => ["charge_category", ...amountsOf(basis)],
  used: (basis) => amountsOf(basis),
  neededByType: () => ({}),
  leftOut: [],
  tellsAbsent: [],
  combined: [],
  tagColumns: /^tags\//i,
  tagMaps: ["Tags"],
};

function amountsOf(basis: Basis): string[] {
  return basis === "billed" ? ["billed_cost"] : ["billed_cost", `${basis}_cost`];
}

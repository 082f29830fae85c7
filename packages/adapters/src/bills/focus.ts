import type { Basis } from "@tagledger/core/costs/charge";
import type { BillFormat } from "./format.ts";

/** The FinOps Open Cost and Usage Specification, 1.0 to 1.3, from any provider. */
export const focus: BillFormat = {
  name: "FOCUS",
  sql: "focus.sql",
  signature: [
    "billedcost",
    "effectivecost",
    "billingaccountid",
    "billingperiodstart",
    "chargecategory",
    "chargeperiodstart",
    "billingcurrency",
  ],
  texts: [
    { name: "payer", from: ["billingaccountid"] },
    { name: "account", from: ["subaccountid", "billingaccountid"] },
    { name: "region", from: ["regionid", "region"] },
    { name: "service_code", from: ["xservicecode"] },
    { name: "service_name", from: ["servicename"] },
    { name: "usage_type", from: ["xusagetype", "skumeter"] },
    { name: "charge_category", from: ["chargecategory"] },
    { name: "charge_class", from: ["chargeclass"] },
    { name: "commitment_status", from: ["commitmentdiscountstatus"] },
    { name: "resource", from: ["resourceid"] },
    { name: "sku", from: ["skupriceid", "skuid"] },
    { name: "invoice", from: ["invoiceid"] },
    { name: "issuer", from: ["invoiceissuername", "invoiceissuer", "providername", "provider"] },
    { name: "currency", from: ["billingcurrency"] },
  ],
  times: [
    { name: "period_start", from: ["billingperiodstart"] },
    { name: "usage_start", from: ["chargeperiodstart"] },
  ],
  amounts: [
    { name: "billed_cost", from: ["billedcost"] },
    { name: "effective_cost", from: ["effectivecost"] },
    { name: "contracted_cost", from: ["contractedcost"] },
    { name: "list_cost", from: ["listcost"] },
  ],
  required: (basis) => ["charge_category", ...amountsOf(basis)],
  used: (basis) => amountsOf(basis),
  neededByType: () => ({}),
  tagColumns: /^tags\//i,
  tagMaps: ["tags"],
};

function amountsOf(basis: Basis): string[] {
  return basis === "billed" ? ["billed_cost"] : ["billed_cost", `${basis}_cost`];
}

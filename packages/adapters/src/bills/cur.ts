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
    "identitylineitemid",
    "billpayeraccountid",
    "billbillingperiodstartdate",
    "lineitemusageaccountid",
    "lineitemlineitemtype",
    "lineitemproductcode",
    "lineitemunblendedcost",
  ],
  texts: [
    { name: "line_id", from: ["identitylineitemid"] },
    { name: "time_interval", from: ["identitytimeinterval"] },
    { name: "payer", from: ["billpayeraccountid"] },
    { name: "account", from: ["lineitemusageaccountid"] },
    {
      name: "region",
      from: ["productregioncode", "productregion"],
      orIn: { map: "product", keys: ["region_code", "region"] },
    },
    { name: "service", from: ["lineitemproductcode"] },
    {
      name: "service_name",
      from: ["productproductname", "productservicename"],
      orIn: { map: "product", keys: ["product_name", "servicename"] },
    },
    { name: "usage_type", from: ["lineitemusagetype"] },
    { name: "operation", from: ["lineitemoperation"] },
    { name: "line_item_type", from: ["lineitemlineitemtype"] },
    { name: "description", from: ["lineitemlineitemdescription"] },
    { name: "resource", from: ["lineitemresourceid"] },
    { name: "principal", from: ["lineitemiamprincipal"] },
    { name: "invoice", from: ["billinvoiceid"] },
    { name: "issuer", from: ["billinvoicingentity", "lineitemlegalentity", "billbillingentity"] },
    { name: "currency", from: ["lineitemcurrencycode"] },
    { name: "reservation", from: ["reservationreservationarn"] },
    { name: "split_parent", from: ["splitlineitemparentresourceid"] },
  ],
  times: [
    { name: "period_start", from: ["billbillingperiodstartdate"] },
    { name: "usage_start", from: ["lineitemusagestartdate"] },
  ],
  amounts: [
    { name: "unblended", from: ["lineitemunblendedcost"] },
    { name: "net_unblended", from: ["lineitemnetunblendedcost"] },
    { name: "public_on_demand", from: ["pricingpublicondemandcost"] },
    { name: "savings_plan_effective", from: ["savingsplansavingsplaneffectivecost"] },
    { name: "net_savings_plan_effective", from: ["savingsplannetsavingsplaneffectivecost"] },
    { name: "savings_plan_commitment", from: ["savingsplantotalcommitmenttodate"] },
    { name: "savings_plan_used", from: ["savingsplanusedcommitment"] },
    { name: "reservation_effective", from: ["reservationeffectivecost"] },
    { name: "net_reservation_effective", from: ["reservationneteffectivecost"] },
    {
      name: "reservation_unused_upfront",
      from: ["reservationunusedamortizedupfrontfeeforbillingperiod"],
    },
    {
      name: "net_reservation_unused_upfront",
      from: ["reservationnetunusedamortizedupfrontfeeforbillingperiod"],
    },
    { name: "reservation_unused_recurring", from: ["reservationunusedrecurringfee"] },
    { name: "net_reservation_unused_recurring", from: ["reservationnetunusedrecurringfee"] },
  ],
  required: (basis) => (basis === "billed" ? ["unblended"] : ["unblended", "line_item_type"]),
  used: (basis) => USED[basis],
  neededByType: (basis) => NEEDED[basis],
  tagColumns: /^resource_?tags[/_]/i,
  tagMaps: ["resourcetags", "tags"],
};

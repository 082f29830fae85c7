import type { Basis } from "../../../costs/charge.ts";
import { formatAmount } from "../../../costs/money.ts";
import type { FocusCharge } from "./charges.ts";
import { consumerId, consumerName, consumerOf, tagsOf } from "./consumer.ts";
import { methodDetails, methodId } from "./details.ts";
import type { FocusHeader } from "./header.ts";
import { costOn, filledColumns } from "./metrics.ts";
import { describe, kindOf, serviceName } from "./naming.ts";
import type { FocusSource } from "./source.ts";

type Values = Readonly<Record<string, string | null>>;

/** The columns of a row with what they hold, in the order in which they are written. */
export function focusColumns(charge: FocusCharge, header: FocusHeader, source: FocusSource): Values {
  const { report } = source;
  return {
    ...allocation(charge, source),
    BilledCost: cost("billed", charge, report.basis),
    BillingAccountId: header.billingAccount,
    BillingAccountName: null,
    BillingCurrency: report.currency,
    BillingPeriodEnd: header.end,
    BillingPeriodStart: header.start,
    // A row sums usage, tax, credits and more; of the five categories this is the one for what is none of the others.
    ChargeCategory: "Adjustment",
    ChargeClass: null,
    ChargeDescription: describe(charge),
    ChargePeriodEnd: header.end,
    ChargePeriodStart: header.start,
    ContractedCost: cost("contracted", charge, report.basis),
    EffectiveCost: cost("effective", charge, report.basis),
    HostProviderName: header.provider,
    InvoiceId: header.invoice,
    InvoiceIssuerName: header.provider,
    ListCost: cost("list", charge, report.basis),
    PricingQuantity: null,
    PricingUnit: null,
    ProviderName: header.provider,
    PublisherName: header.provider,
    ServiceCategory: "Other",
    ServiceName: serviceName(charge),
    ServiceProviderName: header.provider,
    ServiceSubcategory: "Other (Other)",
    ...own(charge, source),
  };
}

function allocation(charge: FocusCharge, { tagKeys }: FocusSource): Values {
  const { allocated } = charge;
  const leaf = allocated === null ? null : consumerOf(charge);
  return {
    AllocatedMethodDetails: allocated === null ? null : methodDetails(allocated),
    AllocatedMethodId: allocated === null ? null : methodId(allocated),
    AllocatedResourceId: leaf === null ? null : consumerId(leaf),
    AllocatedResourceName: leaf === null ? null : consumerName(leaf),
    AllocatedTags: leaf === null ? null : tagsOf(leaf, tagKeys),
  };
}

/** Tags, which allocated charges do not have, and the columns that FOCUS does not know. */
function own(charge: FocusCharge, { report, tagKeys }: FocusSource): Values {
  const { place, allocated, costs } = charge;
  const leaf = consumerOf(charge);
  const [reason, value] = place.kind === "unallocated" ? [place.reason, place.value] : [null, null];
  const filled = filledColumns(costs);
  return {
    Tags: leaf === null || allocated !== null ? null : tagsOf(leaf, tagKeys),
    x_Kind: kindOf(charge),
    x_Team: leaf?.team ?? null,
    x_Project: leaf?.project ?? null,
    x_Workload: leaf?.workload ?? null,
    x_Environment: leaf?.environment ?? null,
    x_Experiment: leaf?.experiment ?? null,
    x_Pool: allocated?.pool.pool ?? null,
    x_UnallocatedReason: reason,
    x_UnallocatedValue: value,
    x_Basis: report.basis,
    x_FilledCosts: filled.length === 0 ? null : filled.join(" "),
    x_Snapshot: report.snapshot,
  };
}

function cost(basis: Basis, { costs }: FocusCharge, own: Basis): string {
  return formatAmount(costOn(basis, costs, own));
}

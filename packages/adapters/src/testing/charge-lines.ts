import { formatAmount } from "@tagledger/core/costs/money";
import type { MemoryCharge } from "../memory/bills.ts";
import type { Line } from "./lines.ts";

/** A charge as a line of a FOCUS bill. */
export function lineOfCharge({ period, start, tags, amounts, ...charged }: MemoryCharge): Line {
  return {
    BillingAccountId: "111122223333",
    BillingPeriodStart: `${period}-01T00:00:00Z`,
    ChargePeriodStart: new Date(start).toISOString(),
    BillingCurrency: charged.currency,
    SubAccountId: charged.account,
    RegionId: charged.region,
    x_ServiceCode: charged.service,
    ServiceName: charged.serviceName,
    x_UsageType: charged.usageType,
    ChargeCategory: charged.lineItemType,
    CommitmentDiscountStatus: charged.unusedCommitment ? "Unused" : charged.commitment ? "Used" : "",
    CommitmentDiscountType: charged.commitment ?? "",
    ResourceId: charged.resource,
    InvoiceId: charged.invoice,
    InvoiceIssuerName: charged.issuer,
    Tags: JSON.stringify(tags),
    BilledCost: formatAmount(amounts.billed),
    EffectiveCost: formatAmount(amounts.effective),
    ContractedCost: formatAmount(amounts.contracted),
    ListCost: formatAmount(amounts.list),
  };
}

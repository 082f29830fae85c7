/** A line of a bill: the columns it has and their values as text. */
export type Line = Readonly<Record<string, string>>;

const MONTH = { start: "2026-09-01T00:00:00Z", end: "2026-10-01T00:00:00Z" };
const HOUR = { start: "2026-09-02T03:00:00Z", end: "2026-09-02T04:00:00Z" };

/** A line of a FOCUS 1.2 bill: 10 billed, 9 effective, 11 contracted and 12 list, of team vision. */
export function focusLine(columns: Line = {}): Line {
  return {
    BilledCost: "10",
    EffectiveCost: "9",
    ContractedCost: "11",
    ListCost: "12",
    BillingAccountId: "111122223333",
    SubAccountId: "444455556666",
    BillingCurrency: "USD",
    BillingPeriodStart: MONTH.start,
    BillingPeriodEnd: MONTH.end,
    ChargePeriodStart: HOUR.start,
    ChargePeriodEnd: HOUR.end,
    ChargeCategory: "Usage",
    ChargeClass: "",
    CommitmentDiscountStatus: "",
    InvoiceId: "INV-1",
    InvoiceIssuerName: "AWS",
    ProviderName: "AWS",
    PublisherName: "AWS",
    RegionId: "eu-central-1",
    ResourceId: "i-0123456789abcdef0",
    ServiceName: "Amazon Elastic Compute Cloud",
    SkuId: "SKU-1",
    SkuMeter: "Compute",
    Tags: '{"ml-team":"vision"}',
    ...columns,
  };
}

let lineIds = 0;

/** A line of a CUR, with the names of Parquet exports: 10 unblended, of team vision. */
export function curLine(columns: Line = {}): Line {
  return {
    identity_line_item_id: `line-${++lineIds}`,
    identity_time_interval: `${HOUR.start}/${HOUR.end}`,
    bill_invoice_id: "",
    bill_invoicing_entity: "Amazon Web Services, Inc.",
    bill_payer_account_id: "111122223333",
    bill_billing_period_start_date: MONTH.start,
    line_item_usage_account_id: "444455556666",
    line_item_line_item_type: "Usage",
    line_item_usage_start_date: HOUR.start,
    line_item_product_code: "AmazonEC2",
    line_item_usage_type: "EUC1-BoxUsage:m5.large",
    line_item_operation: "RunInstances",
    line_item_resource_id: "i-0123456789abcdef0",
    line_item_currency_code: "USD",
    line_item_unblended_cost: "10",
    line_item_line_item_description: "",
    product_region_code: "eu-central-1",
    product_product_name: "Amazon Elastic Compute Cloud",
    resource_tags_user_ml_team: "vision",
    ...columns,
  };
}

/** The line with the names of legacy CSV reports, such as `lineItem/UnblendedCost`. */
export function slashed(line: Line): Line {
  return Object.fromEntries(Object.entries(line).map(([name, value]) => [slashName(name), value]));
}

function slashName(name: string): string {
  if (name.startsWith("resource_tags_user_")) {
    return `resourceTags/user:${name.slice("resource_tags_user_".length).replaceAll("_", "-")}`;
  }
  const [, group = "", rest = ""] = /^(split_line_item|line_item|savings_plan|[a-z]+)_(.+)$/.exec(name) ?? [];
  const pascal = rest.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return `${group.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}/${pascal}`;
}

/** The line with every column named differently. */
export function renamed(line: Line, rename: (name: string) => string): Line {
  return Object.fromEntries(Object.entries(line).map(([name, value]) => [rename(name), value]));
}

/** The line without some of its columns. */
export function without(line: Line, ...names: readonly string[]): Line {
  return Object.fromEntries(Object.entries(line).filter(([name]) => !names.includes(name)));
}

import { periodAt } from "@tagledger/core/costs/period";
import type { TestCharge } from "./charge.ts";
import { PAYER } from "./charge.ts";

/** A table: names of columns and rows of cells; a map where a cell holds several. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | Readonly<Record<string, string>>)[])[];
}

const HOUR = 3_600_000;

const monthOf = ({ start }: TestCharge) => instant(periodAt(start).start);
const nextOf = ({ start }: TestCharge) => instant(periodAt(start).end);

function instant(at: number): string {
  return new Date(at).toISOString().replace(".000", "");
}

interface CurLine extends TestCharge {
  readonly type: string;
  readonly unblended: string;
}

/** Covered usage is two lines of a CUR: what it would have cost, and that nobody pays it. */
function curLines(charge: TestCharge): CurLine[] {
  if (charge.kind !== "covered") {
    const type = { usage: "Usage", tax: "Tax", credit: "Credit" }[charge.kind];
    return [{ ...charge, type, unblended: charge.cost }];
  }
  return [
    { ...charge, type: "SavingsPlanCoveredUsage", unblended: charge.cost },
    {
      ...charge,
      id: `${charge.id}n`,
      type: "SavingsPlanNegation",
      unblended: `-${charge.cost}`,
      covered: "",
    },
  ];
}

const CUR: readonly (readonly [name: string, of: (line: CurLine) => string])[] = [
  ["identity/LineItemId", ({ id }) => id],
  ["identity/TimeInterval", ({ start }) => `${instant(start)}/${instant(start + HOUR)}`],
  ["bill/PayerAccountId", () => PAYER],
  ["bill/BillType", () => "Anniversary"],
  ["bill/InvoiceId", () => ""],
  ["bill/InvoicingEntity", () => "Amazon Web Services, Inc."],
  ["bill/BillingPeriodStartDate", monthOf],
  ["bill/BillingPeriodEndDate", nextOf],
  ["lineItem/UsageAccountId", ({ account }) => account],
  ["lineItem/LineItemType", ({ type }) => type],
  ["lineItem/UsageStartDate", ({ start }) => instant(start)],
  ["lineItem/ProductCode", ({ service }) => service],
  ["lineItem/UsageType", ({ usageType }) => usageType],
  ["lineItem/Operation", () => "RunInstances"],
  ["lineItem/ResourceId", ({ resource }) => resource],
  ["lineItem/CurrencyCode", () => "USD"],
  ["lineItem/UnblendedCost", ({ unblended }) => unblended],
  ["lineItem/LineItemDescription", ({ serviceName }) => `something of ${serviceName}, "quoted"`],
  ["product/ProductName", ({ serviceName }) => serviceName],
  ["product/region", ({ region }) => region],
  ["savingsPlan/SavingsPlanEffectiveCost", ({ covered }) => covered],
];

/** The lines as a legacy CUR has them: a column for each tag. */
export function legacyTable(charges: readonly TestCharge[]): Table {
  const keys = [...new Set(charges.flatMap(({ tags }) => Object.keys(tags)))].sort();
  return {
    columns: [...CUR.map(([name]) => name), ...keys.map((key) => `resourceTags/user:${key}`)],
    rows: charges
      .flatMap(curLines)
      .map((line) => [...CUR.map(([, of]) => of(line)), ...keys.map((key) => line.tags[key] ?? "")]),
  };
}

/** The lines as CUR 2.0 has them: a map of tags. */
export function cur2Table(charges: readonly TestCharge[]): Table {
  const spelled = CUR.map(([name]) =>
    name
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .replace("/", "_")
      .toLowerCase(),
  );
  return {
    columns: [...spelled, "resource_tags"],
    rows: charges
      .flatMap(curLines)
      .map((line) => [
        ...CUR.map(([, of]) => of(line)),
        Object.fromEntries(
          Object.entries(line.tags).map(([key, value]) => [`user_${key.replaceAll("-", "_")}`, value]),
        ),
      ]),
  };
}

const CATEGORY = { usage: "Usage", covered: "Usage", tax: "Tax", credit: "Credit" };

const FOCUS: readonly (readonly [name: string, of: (charge: TestCharge) => string])[] = [
  ["BillingAccountId", () => PAYER],
  ["SubAccountId", ({ account }) => account],
  ["BillingPeriodStart", monthOf],
  ["BillingPeriodEnd", nextOf],
  ["ChargePeriodStart", ({ start }) => instant(start)],
  ["ChargePeriodEnd", ({ start }) => instant(start + HOUR)],
  ["ChargeCategory", ({ kind }) => CATEGORY[kind]],
  ["BillingCurrency", () => "USD"],
  ["BilledCost", ({ kind, cost }) => (kind === "covered" ? "0" : cost)],
  ["EffectiveCost", ({ kind, cost, covered }) => (kind === "covered" ? covered : cost)],
  ["ContractedCost", ({ cost }) => cost],
  ["ServiceName", ({ serviceName }) => serviceName],
  ["x_ServiceCode", ({ service }) => service],
  ["x_UsageType", ({ usageType }) => usageType],
  ["RegionId", ({ region }) => region],
  ["ResourceId", ({ resource }) => resource],
  ["InvoiceIssuerName", () => "Amazon Web Services, Inc."],
];

/** The lines as FOCUS has them. */
export function focusTable(charges: readonly TestCharge[]): Table {
  return {
    columns: [...FOCUS.map(([name]) => name), "Tags"],
    rows: charges.map((charge) => [...FOCUS.map(([, of]) => of(charge)), charge.tags]),
  };
}

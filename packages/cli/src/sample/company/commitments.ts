import { type Decimal, decimal } from "../decimal.ts";
import { DAY, HOUR, type Span } from "../month.ts";
import { ACCOUNTS, type Account } from "./accounts.ts";

/** A promise to spend so much an hour on compute, for a year. */
export interface SavingsPlan {
  readonly arn: string;
  readonly id: string;
  readonly account: Account;
  readonly offering: "ComputeSavingsPlans" | "SageMakerSavingsPlans";
  readonly usageType: string;
  readonly payment: "No Upfront" | "Partial Upfront";
  readonly hourly: Decimal;
  /** The part of the hourly commitment that was paid in advance. */
  readonly upfrontPart: Decimal;
  readonly term: Span;
}

/** Instances reserved for a year. */
export interface Reservation {
  readonly arn: string;
  readonly account: Account;
  readonly payment: "All Upfront" | "Partial Upfront";
  readonly count: number;
  readonly upfront: Decimal;
  /** The upfront of one instance, spread over the hours of the term. */
  readonly amortized: Decimal;
  /** What one instance still costs by the hour. */
  readonly recurring: Decimal;
  readonly term: Span;
}

const plan = (id: string, fields: Omit<SavingsPlan, "arn" | "id" | "account">): SavingsPlan => ({
  arn: `arn:aws:savingsplans::${ACCOUNTS.billing.id}:savingsplan/${id}`,
  id,
  account: ACCOUNTS.billing,
  ...fields,
});

/** The Savings Plans, bought centrally by the payer. */
export const PLANS = {
  compute: plan("6f0c2b1e-4d57-4a09-9c1d-2f8e5a7b3c10", {
    offering: "ComputeSavingsPlans",
    usageType: "ComputeSP:1yrNoUpfront",
    payment: "No Upfront",
    hourly: decimal("150"),
    upfrontPart: 0n,
    term: { from: -200 * DAY, until: 165 * DAY },
  }),
  sagemaker: plan("b81d6e44-90c3-4e2f-8a75-0d6c9e1f2b37", {
    offering: "SageMakerSavingsPlans",
    usageType: "SageMakerSP:1yrPartialUpfront",
    payment: "Partial Upfront",
    hourly: decimal("52"),
    upfrontPart: decimal("26"),
    term: { from: -120 * DAY, until: 245 * DAY },
  }),
};

/** A plan that was bought by mistake on the second day and returned on the fourth. */
export const RETURNED_PLAN = {
  id: "1e9a7c52-7b3d-4f68-b0a4-c5d2e8f61a93",
  account: ACCOUNTS.billing,
  usageType: "ComputeSP:1yrAllUpfront",
  upfront: decimal("8760"),
  bought: { from: DAY + 9 * HOUR, until: DAY + 10 * HOUR },
  returned: { from: 3 * DAY + 14 * HOUR, until: 3 * DAY + 15 * HOUR },
};

/** The reservations: of two databases only one still runs, and the caches were reserved in mid-month. */
export const RESERVATIONS = {
  database: {
    arn: `arn:aws:rds:us-east-1:${ACCOUNTS.data.id}:ri:ri-2026-03-11-experiments`,
    account: ACCOUNTS.data,
    payment: "Partial Upfront",
    count: 2,
    upfront: decimal("3504"),
    amortized: decimal("0.2"),
    recurring: decimal("0.213"),
    term: { from: -174 * DAY, until: 191 * DAY },
  },
  cache: {
    arn: `arn:aws:elasticache:us-east-1:${ACCOUNTS.production.id}:reserved-instance:ri-2026-09-15-online`,
    account: ACCOUNTS.production,
    payment: "All Upfront",
    count: 2,
    upfront: decimal("17169.6"),
    amortized: decimal("0.98"),
    recurring: 0n,
    term: { from: 14 * DAY, until: 379 * DAY },
  },
} satisfies Record<string, Reservation>;

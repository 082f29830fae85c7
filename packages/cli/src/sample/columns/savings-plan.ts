import { type Decimal, multiply, whole } from "../decimal.ts";
import type { Item } from "../line.ts";
import { isoTime, MONTH } from "../month.ts";
import { number, perItem, perLine, text } from "./column.ts";

/** What a Savings Plan covered, what it promised and what was used of it; zero and not null where there is none. */
export const SAVINGS_PLAN = [
  ...perItem({
    savings_plan_amortized_upfront_commitment_for_billing_period: number((item) =>
      ofFee(item, ({ upfrontPart }) => multiply(upfrontPart, whole((item.month ?? MONTH).hours))),
    ),
    savings_plan_end_time: text(({ plan }) => plan && isoTime(plan.term.until)),
    savings_plan_instance_type_family: text(() => null),
    savings_plan_offering_type: text(({ plan }) => plan?.offering),
    savings_plan_payment_option: text(({ plan }) => plan?.payment),
    savings_plan_purchase_term: text(({ plan }) => plan && "1yr"),
    savings_plan_recurring_commitment_for_billing_period: number((item) =>
      ofFee(item, ({ hourly, upfrontPart }) =>
        multiply(hourly - upfrontPart, whole((item.month ?? MONTH).hours)),
      ),
    ),
    savings_plan_region: text(({ plan }) => plan && "Any"),
    savings_plan_savings_plan_a_r_n: text(({ plan }) => plan?.arn ?? ""),
  }),
  ...perLine({ savings_plan_savings_plan_effective_cost: number(({ effective = 0n }) => effective) }),
  ...perItem({
    savings_plan_savings_plan_rate: number(({ planRate = 0n }) => planRate),
    savings_plan_start_time: text(({ plan }) => plan && isoTime(plan.term.from)),
    // Of the hour that the fee is for.
    savings_plan_total_commitment_to_date: number((item) => ofFee(item, ({ hourly }) => hourly)),
  }),
  ...perLine({ savings_plan_used_commitment: number(({ used = 0n }) => used) }),
];

function ofFee({ type, plan }: Item, say: (plan: NonNullable<Item["plan"]>) => Decimal): Decimal {
  return type === "SavingsPlanRecurringFee" && plan ? say(plan) : 0n;
}

import { amount } from "../charge.ts";
import { PLANS, type SavingsPlan } from "../company/commitments.ts";
import { type Decimal, toText } from "../decimal.ts";
import { charge } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { hourSpan, MONTH } from "../month.ts";
import { PRODUCTS } from "../products.ts";

/** The hourly fees of the Savings Plans: what was promised beside what was used of it. */
export function* planFees(lines: readonly Line[]): Iterable<Line> {
  for (const plan of Object.values(PLANS)) {
    const used = usedByStart(lines, plan);
    const item = feeOf(plan);
    for (let hour = 0; hour < MONTH.hours; hour++) {
      const span = hourSpan(hour);
      yield { ...amount(item, plan.hourly - plan.upfrontPart, span), used: used.get(span.from) ?? 0n };
    }
  }
}

function usedByStart(lines: readonly Line[], plan: SavingsPlan): Map<number, Decimal> {
  const used = new Map<number, Decimal>();
  for (const { item, span, effective = 0n } of lines) {
    if (item.plan === plan) used.set(span.from, (used.get(span.from) ?? 0n) + effective);
  }
  return used;
}

function feeOf(plan: SavingsPlan): Item {
  const { account, arn, usageType, payment, hourly, offering } = plan;
  const product = offering === "ComputeSavingsPlans" ? PRODUCTS.savingsPlans : PRODUCTS.sagemakerPlans;
  const description = `1 year ${payment} Savings Plan, $${toText(hourly)} per hour`;
  const item = charge("SavingsPlanRecurringFee", account, undefined, { product, usageType, description });
  return { ...item, resourceId: arn, plan };
}
